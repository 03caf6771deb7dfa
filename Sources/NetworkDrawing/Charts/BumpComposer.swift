import ActorModel

/// Composes a chart of ranks.
struct BumpComposer {
  let chart: BumpChart
  let slots: BumpSlots
  /// The lines to be found at once, in the order of their colours.
  let heavy: [Int]
  private let names: [String: String]
  private let left: Double
  private let right: Double
  private let columns: [Double]
  private let rowHeight: Double
  private let width: Double

  private static let margin = 18.0
  private static let face = Face(size: 8)
  private static let heavyFace = Face(size: 8, isBold: true)
  private static let small = Face(size: 7)

  init(_ chart: BumpChart) {
    self.chart = chart
    let slots = BumpSlots(chart.lines, dateCount: chart.dates.count, top: chart.top)
    self.slots = slots
    heavy = Self.heavyLines(chart, slots)
    names = ElementNames.names(
      slots.shown.map { chart.lines[$0].id }, prefix: ElementNames.plain(chart.idPrefix) + "actor-")
    let last = chart.dates.count - 1
    func labelWidth(at date: Int) -> Double {
      slots.shown.filter { slots.rows[$0][date] != nil }
        .map { Self.heavyFace.width(of: Self.name(chart.lines[$0].name)) }.max() ?? 0
    }
    let leftLabels = labelWidth(at: 0)
    let rightLabels = labelWidth(at: last)
    let least = 2 * Self.margin + leftLabels + rightLabels + 44 + Double(max(1, last)) * 11
    width = max(chart.page.width, least)
    let left = Self.margin + leftLabels + 22
    let right = width - Self.margin - rightLabels - 22
    self.left = left
    self.right = right
    let step = last > 0 ? (right - left) / Double(last) : 0
    columns = chart.dates.indices.map { last > 0 ? left + Double($0) * step : (left + right) / 2 }
    rowHeight = max(17, min(34, (chart.page.height - 150) / Double(chart.top + 1)))
  }

  private static func heavyLines(_ chart: BumpChart, _ slots: BumpSlots) -> [Int] {
    let chosen = slots.shown.filter { chart.emphasised.contains(chart.lines[$0].id) }
    if !chart.emphasised.isEmpty { return chosen }
    let moved = slots.shown.filter { slots.travel(of: $0, top: chart.top) > 0 }
      .sorted { a, b in
        let first = slots.travel(of: a, top: chart.top)
        let second = slots.travel(of: b, top: chart.top)
        return first != second ? first > second : chart.lines[a].id < chart.lines[b].id
      }
    return Array(moved.prefix(4))
  }

  private static func name(_ text: String) -> String {
    let line = ShownText.line(text)
    return line.count > 34 ? String(line.prefix(33)) + "…" : line
  }

  /// Rows hang from 0 downwards.
  private func y(_ row: Int) -> Double { -Double(row) * rowHeight }
  private var bandY: Double { y(chart.top) - rowHeight * 0.1 }
  private var hasBand: Bool { slots.shown.contains { slots.rows[$0].contains { $0 == nil } } }
  private var isNumbered: Bool { columns.count < 2 || columns[1] - columns[0] >= 17 }

  func picture() -> Picture {
    var marks = Marks()
    marks.append(axes())
    for line in slots.shown where !heavy.contains(line) { marks.append(path(line)) }
    for line in heavy { marks.append(path(line)) }
    marks.append(ties())
    for line in slots.shown { marks.append(points(line)) }
    marks.append(labels())
    if slots.shown.isEmpty {
      let text = "No actor has a rank of its own among the first \(chart.top)."
      marks.texts.append(
        TextMark(text: text, start: Point(x: left, y: y(chart.top / 2)), face: Self.face, colour: chart.palette.ink))
    }
    var bottom = bandY - rowHeight * 0.75
    if chart.showsLegend {
      var legend = legend()
      legend.move(by: Point(x: Self.margin, y: bottom - 14))
      marks.append(legend)
      bottom = min(bottom, legend.shapes.map(\.box.minY).min() ?? bottom, legend.texts.map(\.box.minY).min() ?? bottom)
    }
    let caption = caption()
    marks.append(caption.marks(chart.palette))
    let top = caption.box.maxY + Self.margin
    let height = max(chart.page.height, top - bottom + Self.margin)
    return Picture(
      title: ShownText.line(chart.title), summary: caption.facts.joined(separator: " · "),
      page: Box(minX: 0, minY: top - height, maxX: width, maxY: top), marks: marks,
      idPrefix: ElementNames.plain(chart.idPrefix))
  }

  private func caption() -> Caption {
    var facts = ["ranks by \(chart.measure)"]
    if !chart.dates.isEmpty { facts.append(SeriesDescription.span(of: chart.dates)) }
    facts.append("the first \(chart.top) of \(Caption.count(chart.lines.count, "actor"))")
    if !heavy.isEmpty {
      let names = heavy.map { Self.name(chart.lines[$0].name) }.joined(separator: ", ")
      facts.append(chart.emphasised.isEmpty ? "heavy: the ranks that changed most (\(names))" : "heavy: \(names)")
    }
    facts = (facts + chart.facts).map(ShownText.line)
    // The caption hangs from where the dates end.
    let caption = Caption(title: chart.title, facts: facts, width: width - 2 * Self.margin)
    return caption.hanging(from: Point(x: Self.margin, y: 36 + caption.box.height))
  }

  private func axes() -> Marks {
    var marks = Marks()
    let lowest = hasBand ? bandY - rowHeight * 0.4 : y(chart.top - 1) - rowHeight * 0.5
    if hasBand {
      let band = Box(minX: left - 12, minY: bandY - rowHeight * 0.35, maxX: right + 12, maxY: bandY + rowHeight * 0.35)
      marks.areas.append(
        AreaMark(outline: band.corners, fill: Colour(0xF1F1F1), stroke: Colour(0xF1F1F1), style: "solid"))
    }
    let spacing = columns.count > 1 ? columns[1] - columns[0] : 100
    let widest = chart.dates.map { Self.small.width(of: $0) }.max() ?? 0
    let every = max(1, Int(((widest + 6) / spacing).rounded(.up)))
    for (index, x) in columns.enumerated() {
      marks.lines.append(
        LineMark(
          curve: Curve(from: Point(x: x, y: 14), to: Point(x: x, y: lowest)), tip: nil, style: nil,
          colour: Colour(0xDDDDDD), width: 0.5))
      guard index % every == 0 else { continue }
      let date = ShownText.line(chart.dates[index])
      marks.texts.append(
        TextMark(
          text: date, start: Point(x: x - Self.small.width(of: date) / 2, y: 20), face: Self.small,
          colour: chart.palette.ink))
    }
    return marks
  }

  private func look(_ line: Int) -> (colour: Colour, width: Double, pattern: [Double]) {
    guard let place = heavy.firstIndex(of: line) else { return (Colour(0xA8A8A8), 1.1, []) }
    let colours = [
      chart.palette.positive, chart.palette.negative, Colour(0x00795A), Colour(0x8A3F78), chart.palette.ink,
    ]
    let patterns: [[Double]] = [[], [9, 3], [3, 2.4], [12, 3, 2.5, 3]]
    return (colours[place % colours.count], 2.6, patterns[place % patterns.count])
  }

  /// An actor's way from date to date: level at the dates, and steep between.
  private func path(_ line: Int) -> Marks {
    let rows = slots.rows[line]
    let look = look(line)
    var pieces: [Curve] = []
    for date in rows.indices.dropLast() {
      let isThere = [date, date + 1].allSatisfy { chart.lines[line].ranks[$0] != nil }
      guard isThere, rows[date] != nil || rows[date + 1] != nil else { continue }
      let start = Point(x: columns[date], y: rows[date].map(y) ?? bandY)
      let end = Point(x: columns[date + 1], y: rows[date + 1].map(y) ?? bandY)
      let reach = (end.x - start.x) * 0.45
      let curve = Curve(start, Point(x: start.x + reach, y: start.y), Point(x: end.x - reach, y: end.y), end)
      pieces += curve.dashes(look.pattern)
    }
    guard let first = pieces.first else { return Marks() }
    var marks = Marks()
    marks.lines.append(
      LineMark(
        curve: first, tip: nil, style: nil, colour: look.colour, width: look.width,
        id: names[chart.lines[line].id], tooltip: tooltip(line), more: Array(pieces.dropFirst())))
    return marks
  }

  private func tooltip(_ line: Int) -> String {
    let actor = chart.lines[line]
    let ranks = zip(chart.dates.indices, chart.dates).map { index, date in
      let score = actor.scores[index].map { ", score \(Tooltips.text(of: $0))" } ?? ""
      return "\(date): \(actor.ranks[index].map { "rank \($0)" } ?? "not there")\(score)"
    }
    return ([actor.name] + ranks).map(ShownText.line).joined(separator: "\n")
  }

  private func ties() -> Marks {
    var marks = Marks()
    for (date, bars) in slots.ties.enumerated() {
      for bar in bars {
        let x = columns[date]
        marks.lines.append(
          LineMark(
            curve: Curve(from: Point(x: x, y: y(bar.lowerBound)), to: Point(x: x, y: y(bar.upperBound))), tip: nil,
            style: nil, colour: chart.palette.ink, width: 2.2))
      }
    }
    return marks
  }

  private func points(_ line: Int) -> Marks {
    var marks = Marks()
    let look = look(line)
    let isHeavy = heavy.contains(line)
    let side = isNumbered ? 13.0 : 5
    for (date, row) in slots.rows[line].enumerated() {
      guard let row, let rank = chart.lines[line].ranks[date] else { continue }
      let fill = isHeavy ? look.colour : Colour.white
      marks.shapes.append(
        ShapeMark(
          shape: .ellipse, box: Box(center: Point(x: columns[date], y: y(row)), size: Size(width: side, height: side)),
          fill: fill, stroke: isHeavy ? look.colour : Colour(0x777777), strokeWidth: 0.8,
          lines: isNumbered ? [String(rank)] : [], face: Face(size: 7, isBold: isHeavy),
          ink: isHeavy ? .white : chart.palette.ink))
    }
    return marks
  }

  /// Names at both ends; where a line is at neither, at its best place.
  private func labels() -> Marks {
    var marks = Marks()
    let last = chart.dates.count - 1
    for line in slots.shown {
      let isHeavy = heavy.contains(line)
      let face = isHeavy ? Self.heavyFace : Self.face
      let colour = isHeavy ? look(line).colour.mixed(with: .black, 0.2) : chart.palette.ink
      let name = Self.name(chart.lines[line].name)
      let rows = slots.rows[line]
      if let row = rows[last] {
        marks.texts.append(
          TextMark(text: name, start: Point(x: columns[last] + 12, y: y(row)), face: face, colour: colour))
      }
      if last > 0, let row = rows[0] {
        let start = Point(x: columns[0] - 12 - face.width(of: name), y: y(row))
        marks.texts.append(TextMark(text: name, start: start, face: face, colour: colour))
      }
      guard rows[last] == nil, rows[0] == nil, let best = rows.compactMap(\.self).min() else { continue }
      let dates = rows.indices.filter { rows[$0] == best }
      let label = Face(size: 7, isBold: isHeavy)
      // Not where a bar of a tie would stand behind the letters.
      let free = dates.filter { isFree(above: best, at: $0, reach: label.width(of: name) / 2 + 3) }
      guard let date = free.first ?? dates.first else { continue }
      let start = Point(x: columns[date] - label.width(of: name) / 2, y: y(best) + 11)
      marks.texts.append(TextMark(text: name, start: start, face: label, colour: colour))
    }
    return marks
  }

  /// Whether no bar of a tie stands above a row, that far to both sides of a date.
  private func isFree(above row: Int, at date: Int, reach: Double) -> Bool {
    columns.indices.allSatisfy { other in
      abs(columns[other] - columns[date]) > reach
        || !slots.ties[other].contains { $0.contains(row) && $0.lowerBound < row }
    }
  }

  private func legend() -> Marks {
    guard !slots.shown.isEmpty else { return Marks() }
    var marks = Marks()
    var x = 0.0
    func add(_ text: String, _ sampleWidth: Double) {
      marks.texts.append(
        TextMark(
          text: text, start: Point(x: x + sampleWidth + 5, y: 0), face: Self.small, colour: chart.palette.faintInk))
      x += sampleWidth + Self.small.width(of: text) + 22
    }
    func circle(_ center: Point, _ text: String) {
      marks.shapes.append(
        ShapeMark(
          shape: .ellipse, box: Box(center: center, size: Size(width: 13, height: 13)), fill: .white,
          stroke: Colour(0x777777), lines: [text]))
    }
    if isNumbered {
      circle(Point(x: 6.5, y: 0), "3")
      add("rank at that date", 13)
    }
    if slots.ties.contains(where: { !$0.isEmpty }) {
      let first = Point(x: x + 6.5, y: 7)
      let second = Point(x: x + 6.5, y: -8)
      marks.lines.append(
        LineMark(curve: Curve(from: first, to: second), tip: nil, style: nil, colour: chart.palette.ink, width: 2.2))
      circle(first, "5")
      circle(second, "5")
      add("they share a rank", 13)
    }
    if hasBand {
      let band = Box(minX: x, minY: -5, maxX: x + 26, maxY: 5)
      marks.areas.append(
        AreaMark(outline: band.corners, fill: Colour(0xF1F1F1), stroke: Colour(0xC8C8C8), style: "solid"))
      add("not among the first \(chart.top), or one of too many that share a rank", 26)
    }
    return marks
  }
}
