/// Gives each component but the largest a box of its own along the lower edge.
struct ComponentPacking {
  /// The boxes, in the order of the components given.
  private(set) var boxes: [Box] = []
  /// What is left for the largest component.
  private(set) var mainArea: Box

  /// The least share of the height that the largest component keeps.
  private static let leastMainShare = 0.4

  /// Packs boxes of these sizes in rows.
  init(sizes: [Size], area: Box) {
    mainArea = area
    guard !sizes.isEmpty else { return }
    var rows: [(places: [Int], width: Double, height: Double)] = []
    for (place, size) in sizes.enumerated() {
      // A row may be a little too wide: its boxes then give way.
      if let last = rows.last, last.width + size.width <= area.width * 1.06 {
        rows[rows.count - 1] = (last.places + [place], last.width + size.width, max(last.height, size.height))
      } else {
        rows.append(([place], size.width, size.height))
      }
    }
    let height = rows.reduce(0) { $0 + $1.height }
    let squeeze = min(1, area.height * (1 - Self.leastMainShare) / max(1, height))
    var y = area.minY
    for row in rows {
      let factor = min(1, area.width / row.width)
      let spare = (area.width - row.width * factor) / Double(row.places.count)
      var x = area.minX + spare / 2
      for place in row.places {
        let width = sizes[place].width * factor
        boxes.append(Box(minX: x, minY: y, maxX: x + width, maxY: y + row.height * squeeze))
        x += width + spare
      }
      y += row.height * squeeze
    }
    mainArea.minY = min(y + 8, area.maxY)
  }

  /// What a component takes up: two actors stand side by side, more of them in a block.
  static func size(of component: [Int], sizes: [Size], label: Size, most: Double) -> Size {
    let width = component.map { sizes[$0].width }.max() ?? 0
    let height = component.map { sizes[$0].height }.max() ?? 0
    if component.count == 1 { return Size(width: width + 12, height: height + 10) }
    if component.count == 2 {
      let sum = component.reduce(0) { $0 + sizes[$1].width }
      return Size(width: min(most, sum + label.width + 52), height: max(height, label.height) + 12)
    }
    let across = max(2, Int((Double(component.count) * 1.8).squareRoot().rounded(.up)))
    let rows = (component.count + across - 1) / across
    return Size(
      width: min(most, Double(across) * (width + label.width * 0.6 + 30)), height: Double(rows) * (height + 34))
  }
}
