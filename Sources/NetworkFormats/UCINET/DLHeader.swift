import ActorModel
import NetworkReading

/// What stands in a UCINET DL file before its data.
struct DLHeader {
  enum Form: String, CaseIterable {
    case fullmatrix, upperhalf, lowerhalf, nodelist1, edgelist1, nodelist2, edgelist2

    var isTwoModeList: Bool { self == .nodelist2 || self == .edgelist2 }
  }

  var form = Form.fullmatrix
  var rows: Int?
  var columns: Int?
  var relations = 1
  var hasDiagonal = true
  var rowLabels: [String] = []
  var columnLabels: [String] = []
  var relationLabels: [String] = []
  var embedsRowLabels = false
  var embedsColumnLabels = false
  /// Whether rows and columns are two kinds of actors.
  var isTwoMode: Bool { (columns != nil && columns != rows) || form.isTwoModeList }
}

/// Reads the header of a DL file: words up to `data:`.
struct DLHeaderReader {
  private struct Word {
    let text: String
    let isQuoted: Bool
    let place: TextLocation

    var lower: String { isQuoted ? "" : text.lowercased() }
  }

  private(set) var scanner: LineScanner
  private var words: [Word] = []
  private var next = 0
  /// Words on the line of `data:` behind it.
  private(set) var hasDataOnLine = false

  init(scanner: LineScanner) { self.scanner = scanner }

  /// The header; `nil` after an error that is noted in the log.
  mutating func read(_ log: inout ImportLog) -> DLHeader? {
    guard collectWords(&log) else { return nil }
    guard words.first?.lower == "dl" else {
      log.error(words.first?.place ?? .start, "the file does not begin with DL", "is it a UCINET DL file?")
      return nil
    }
    var header = DLHeader()
    next = 1
    while next < words.count {
      guard readClause(&header, &log) else { return nil }
    }
    guard header.rows != nil else {
      log.error(words[0].place, "the number of actors is missing", "write n = … behind DL")
      return nil
    }
    return header
  }

  /// Collects words up to `data:`; an equals sign is a word of its own.
  private mutating func collectWords(_ log: inout ImportLog) -> Bool {
    while scanner.nextLine() {
      if let quote = scanner.openQuote {
        log.error(scanner.place(of: quote), "a quote that is opened here and never closed", "close it")
        return false
      }
      for token in scanner.tokens {
        let place = scanner.place(of: token)
        let text = scanner.text(token)
        if token.isQuoted {
          words.append(Word(text: text, isQuoted: true, place: place))
          continue
        }
        if text.lowercased() == "data:" || text.lowercased() == "data" {
          if token.end != scanner.tokens.last?.end {
            log.error(place, "data begin on the line of data:", "begin them on the next line")
            return false
          }
          return true
        }
        var part = ""
        for character in text {
          if character == "=" {
            if !part.isEmpty { words.append(Word(text: part, isQuoted: false, place: place)) }
            words.append(Word(text: "=", isQuoted: false, place: place))
            part = ""
          } else {
            part.append(character)
          }
        }
        if !part.isEmpty { words.append(Word(text: part, isQuoted: false, place: place)) }
      }
    }
    log.error(words.first?.place ?? .start, "the file has no data:", "is it cut off, or no DL file?")
    return false
  }

  private func word(_ offset: Int) -> String { next + offset < words.count ? words[next + offset].lower : "" }

  private mutating func readClause(_ header: inout DLHeader, _ log: inout ImportLog) -> Bool {
    let here = words[next]
    switch here.lower {
    case "n", "nr", "nc", "nm":
      guard let number = value().flatMap(Int.init), number >= 0, number <= 100_000_000 else {
        log.error(here.place, "\(here.text) is no whole number", "write \(here.text) = 5")
        return false
      }
      switch here.lower {
      case "n": header.rows = number
      case "nr": header.rows = number
      case "nc": header.columns = number
      default: header.relations = number
      }
      return true
    case "format":
      let text = value() ?? ""
      guard let form = DLHeader.Form(rawValue: text.lowercased()) else {
        let forms = DLHeader.Form.allCases.map(\.rawValue).joined(separator: ", ")
        log.error(here.place, "format '\(text.prefix(40))' is not known", "formats are \(forms)")
        return false
      }
      header.form = form
      return true
    case "diagonal":
      if word(1) == "=" { next += 1 }
      guard ["present", "absent"].contains(word(1)) else {
        log.error(here.place, "diagonal is neither present nor absent")
        return false
      }
      header.hasDiagonal = word(1) == "present"
      next += 2
      return true
    default: return readLabels(&header, &log)
    }
  }

  /// The word behind an equals sign.
  private mutating func value() -> String? {
    guard word(1) == "=", next + 2 < words.count else { return nil }
    let text = words[next + 2].text
    next += 3
    return text
  }

  private mutating func readLabels(_ header: inout DLHeader, _ log: inout ImportLog) -> Bool {
    let here = words[next]
    let kinds = ["row", "col", "column", "matrix", "level"]
    let kind = kinds.contains(here.lower) ? here.lower : ""
    let keyword = word(kind.isEmpty ? 0 : 1)
    guard keyword == "labels" || keyword == "labels:" else {
      log.error(here.place, "'\(here.text.prefix(40))' is not understood here", "labels stand behind labels:")
      return false
    }
    next += kind.isEmpty ? 1 : 2
    if keyword == "labels", word(0).hasPrefix("embedded") {
      next += 1
      if kind != "col", kind != "column" { header.embedsRowLabels = true }
      if kind != "row" { header.embedsColumnLabels = true }
      return true
    }
    if word(0) == ":" { next += 1 }
    var labels: [String] = []
    while next < words.count, !isClause(at: next) {
      labels.append(words[next].text)
      next += 1
    }
    switch kind {
    case "row": header.rowLabels = labels
    case "col", "column": header.columnLabels = labels
    case "matrix", "level": header.relationLabels = labels
    default:
      header.rowLabels = labels
      header.columnLabels = labels
    }
    return true
  }

  /// Whether a new clause begins, where labels may go on.
  private func isClause(at position: Int) -> Bool {
    let word = words[position].lower
    let following = position + 1 < words.count ? words[position + 1].lower : ""
    if word == "labels:" || (word == "labels" && (following.hasPrefix("embedded") || following == ":")) { return true }
    if ["row", "col", "column", "matrix", "level"].contains(word) { return following.hasPrefix("labels") }
    return ["format", "n", "nr", "nc", "nm"].contains(word) && following == "="
  }
}
