import ActorModel

/// What an algorithm found about a network, in a form that tables, JSON and CSV can all show.
package struct Finding: Sendable, Hashable {
  /// Single numbers about the whole: density, diameter.
  package var numbers: [FindingNumber]
  /// Routes, best first.
  package var routes: [Route]
  /// Lists: of ties, of actors, of classes.
  package var lists: [FindingList]
  /// What a reader should know besides, in words.
  package var notes: [String]
  /// The balance of friendly and hostile ties, where that is what was found.
  package var balance: SignedBalance?
  /// Which graph it is about; the ties of pairs have no direction.
  package var reading: GraphReading

  package init(
    numbers: [FindingNumber] = [], routes: [Route] = [], lists: [FindingList] = [], notes: [String] = [],
    balance: SignedBalance? = nil, reading: GraphReading = .asProjected
  ) {
    self.balance = balance
    self.reading = reading
    self.numbers = numbers
    self.routes = routes
    self.lists = lists
    self.notes = notes
  }
}

/// A number with its name.
package struct FindingNumber: Sendable, Hashable {
  /// What JSON calls it: `meanDistance`.
  package let key: String
  /// What a table calls it: "mean distance".
  package let name: String
  /// The number; `nil` where there is none.
  package let value: Double?

  /// A number; its name is made of the key where none is given.
  package init(_ key: String, _ value: Double?, name: String? = nil) {
    self.key = key
    self.name = name ?? FindingColumn.words(of: key)
    self.value = value
  }

  package init(_ key: String, _ value: Int, name: String? = nil) { self.init(key, Double(value), name: name) }
}

/// Rows under headings.
package struct FindingList: Sendable, Hashable {
  /// What JSON calls it: `bridges`.
  package let key: String
  /// What stands above it.
  package let title: String
  /// The columns.
  package let columns: [FindingColumn]
  /// The rows, a cell for each column.
  package let rows: [[FindingCell]]

  /// A list.
  ///
  /// - Precondition: Every row has a cell for each column.
  package init(_ key: String, title: String, columns: [FindingColumn], rows: [[FindingCell]]) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "a cell for each column")
    self.key = key
    self.title = title
    self.columns = columns
    self.rows = rows
  }
}

/// A column of a list.
package struct FindingColumn: Sendable, Hashable {
  /// What JSON calls it.
  package let key: String
  /// The heading.
  package let name: String
  /// Whether its cells are numbers.
  package let isNumeric: Bool

  /// A column of words, actors or ties.
  package static func words(_ key: String, _ name: String? = nil) -> FindingColumn {
    FindingColumn(key: key, name: name ?? words(of: key), isNumeric: false)
  }

  /// A column of numbers.
  package static func numbers(_ key: String, _ name: String? = nil) -> FindingColumn {
    FindingColumn(key: key, name: name ?? words(of: key), isNumeric: true)
  }

  /// `meanDistance` as "mean distance".
  static func words(of key: String) -> String {
    key.reduce(into: "") { $0 += $1.isUppercase ? " " + $1.lowercased() : String($1) }
  }
}

/// A cell of a list.
package enum FindingCell: Sendable, Hashable {
  /// Words.
  case text(String)
  /// A number; `nil` where there is none.
  case number(Double?)
  /// An actor.
  case actor(Actor?)
  /// Several actors.
  case actors([Actor])
  /// A tie with the relations behind it.
  case tie(RouteStep)

  /// A whole number.
  package static func count(_ value: Int) -> FindingCell { .number(Double(value)) }
}

extension ProjectedGraph {
  /// Edges as cells.
  func cells(ofEdges edges: [Int]) -> [FindingCell] { edges.map { .tie(tie(ofEdge: $0)) } }

  /// Nodes as one cell.
  func cell(ofNodes nodes: [Int]) -> FindingCell { .actors(nodes.map { actors[$0] }) }
}
