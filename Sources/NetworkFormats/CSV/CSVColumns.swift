import ActorModel
import NetworkReading

/// What stands in the columns of a table.
struct CSVColumns: Sendable {
  typealias Field = TableOptions.Field

  /// The column of each field that there is.
  private(set) var positions: [Field: Int] = [:]
  /// The names of the columns; `nil` where the table has no header.
  private(set) var names: [String]?
  /// Columns of no known field, in order.
  private(set) var others: [Int] = []
  private var known: [KnownColumn] = []
  /// How many columns there are.
  let count: Int

  subscript(field: Field) -> Int? { positions[field] }

  /// Columns without names: source, target, weight.
  init(count: Int) {
    self.count = count
    for (i, field) in [Field.source, .target, .weight].prefix(count).enumerated() { positions[field] = i }
    others = Array(min(3, count)..<max(count, min(3, count)))
  }

  /// Columns by their names.
  init(header: [String], isNodeTable: Bool = false, fields: NetworkFields = .standard) {
    names = header
    count = header.count
    known = KnownColumn.all(in: fields.relation) + KnownColumn.all(in: fields.actor)
    let keys = header.map(Self.key)
    if !isNodeTable, let ends = Self.ends(in: keys) {
      positions[.source] = ends.source
      positions[.target] = ends.target
    }
    let wanted =
      isNodeTable
      ? KnownColumn.all(in: fields.actor) : [KnownColumn.directed] + KnownColumn.all(in: fields.relation)
    for column in wanted where positions[column.field] == nil {
      if let i = column.position(among: keys, header), !positions.values.contains(i) { positions[column.field] = i }
    }
    // Gephi's Type says Directed or Undirected; it is the kind of tie only where no other column is.
    if !isNodeTable, let kind = positions[.type], keys[kind] != "type", positions[.directed] == nil {
      positions[.directed] = keys.firstIndex(of: "type")
    }
    settleOthers()
  }

  /// Whether the names are those of a header, and not a first row of data.
  var isHeader: Bool {
    guard let source = positions[.source], positions[.target] != nil, let names else { return false }
    // A row `a,b` may well be data; it is a header only beside another name that is known.
    return !["a", "v1"].contains(Self.key(names[source])) || positions.count > 2
  }

  /// Whether a name is known to be that of a column, in a table of ties or of actors.
  var namesKnownFields: Bool {
    guard let names else { return false }
    let keys = Set(names.map(Self.key))
    return keys.contains("directed") || known.contains { !keys.isDisjoint(with: $0.words) }
  }

  /// Whether a column's name says that it holds the kind of tie, and never its direction.
  func isKindOnly(_ column: Int) -> Bool {
    guard positions[.type] == column, let names else { return false }
    return Self.key(names[column]) != "type"
  }

  /// Takes a field from the column that the reader's user names.
  mutating func set(_ field: Field, to column: Int?) {
    positions[field] = column
    if let column {
      for other in positions where other.key != field && other.value == column { positions[other.key] = nil }
    }
    settleOthers()
  }

  /// Takes the columns that the reader's user names; `false` where one is not there, which is said.
  mutating func apply(_ wanted: [Field: String], line: Int, _ log: inout ImportLog) -> Bool {
    for field in Field.allCases {
      guard let word = wanted[field] else { continue }
      guard !word.isEmpty else {
        set(field, to: nil)
        continue
      }
      guard let position = position(of: word) else {
        log.error(
          TextLocation(line: line, column: 1), "there is no column '\(word)' for \(field.rawValue)",
          "columns are \(shownNames)")
        return false
      }
      set(field, to: position)
    }
    return true
  }

  /// The names of the columns, or their numbers, for messages.
  var shownNames: String {
    (names ?? (1...max(count, 1)).map(String.init)).prefix(20).map(\.clipped).joined(separator: ", ")
  }

  private mutating func settleOthers() {
    let known = Set(positions.values)
    others = (0..<count).filter { !known.contains($0) }
  }

  /// Whether a column has a name.
  func names(_ word: String) -> Bool { names?.contains { $0 == word || Self.key($0) == Self.key(word) } ?? false }

  /// The position of a column by name or by number from 1.
  func position(of word: String) -> Int? {
    if let i = names?.firstIndex(of: word) { return i }
    if let i = names?.firstIndex(where: { Self.key($0) == Self.key(word) }) { return i }
    guard let number = Int(word), (1...count).contains(number) else { return nil }
    return number - 1
  }

  /// The name of a column, for messages and attributes.
  func name(_ column: Int) -> String {
    guard let name = names?[column], !name.isEmpty else { return "column \(column + 1)" }
    return name
  }

  /// Small letters, no spaces, hyphens or underscores.
  private static func key(_ name: String) -> String { name.lowercased().filter { $0.isLetter || $0.isNumber } }

  /// The first known pair of names for the two ends.
  private static func ends(in keys: [String]) -> (source: Int, target: Int)? {
    for (source, target) in endWords {
      if let a = keys.firstIndex(of: source), let b = keys.firstIndex(of: target) { return (a, b) }
    }
    return nil
  }

  private static let endWords = [
    ("source", "target"), ("from", "to"), ("src", "dst"), ("sender", "receiver"), ("supplier", "recipient"),
    ("exporter", "importer"), ("reporter", "partner"), ("actor1", "actor2"), ("node1", "node2"), ("ego", "alter"),
    ("tail", "head"), ("ccode1", "ccode2"), ("gwno1", "gwno2"), ("v1", "v2"), ("a", "b"),
  ]
}

/// A field that a column is known to hold by its heading.
private struct KnownColumn: Sendable {
  let field: TableOptions.Field
  /// The headings, in small letters and digits alone, the best first.
  let words: [String]
  /// The heading as it stands, where no other is taken for it.
  let exact: String?

  static let directed = KnownColumn(field: .directed, words: ["directed"], exact: nil)

  /// Those of a table of fields.
  static func all<Record>(in table: FieldTable<Record>) -> [KnownColumn] {
    table.fields.compactMap { field in
      field.names.map { names in
        KnownColumn(
          field: TableOptions.Field(column: names.column), words: names.headings,
          exact: names.headings.isEmpty ? names.heading : nil)
      }
    }
  }

  /// The first column that holds the field.
  func position(among keys: [String], _ header: [String]) -> Int? {
    if let exact { return header.firstIndex(of: exact) }
    return words.lazy.compactMap { keys.firstIndex(of: $0) }.first
  }
}
