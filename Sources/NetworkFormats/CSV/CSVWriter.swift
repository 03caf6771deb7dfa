import ActorModel
import NetworkReading

/// Writes tables of ties and actors that Gephi reads too.
struct CSVWriter {
  let options: WriteOptions

  static let held: FormatCapabilities = {
    var held = FormatCapabilities()
    held.actor = .named
    held.relation = .named
    held.holdsEmptyTexts = false
    held.holdsAttributeOrder = false
    held.holdsActorKey = { key in !isKnown(key, isNodeTable: true) }
    held.holdsRelationKey = { key in !isKnown(key, isNodeTable: false) }
    return held
  }()

  /// Whether a column of that name would be read as one of the fields.
  private static func isKnown(_ key: String, isNodeTable: Bool) -> Bool {
    if key.isEmpty || key.lowercased() == "type" { return true }
    let beside = isNodeTable ? [] : ["Source", "Target"]
    let columns = CSVColumns(header: beside + [key], isNodeTable: isNodeTable)
    return !columns.others.contains(beside.count)
  }

  func write(_ network: ActorNetwork) throws(UnwritableNetwork) -> ExportedNetwork {
    let (content, losses) = try Self.held.reduce(network, fields: options.fields)
    var files: [AdditionalFile] = []
    if needsNodeTable(content) {
      files.append(AdditionalFile(suffix: "-nodes", bytes: Array(nodeTable(content).utf8)))
    }
    return ExportedNetwork(bytes: Array(edgeTable(content).utf8), losses: losses, additionalFiles: files)
  }

  /// Ids alone, in the order in which the ties name them, are in the table of ties.
  private func needsNodeTable(_ content: NetworkContent) -> Bool {
    var seen: Set<String> = []
    var order: [String] = []
    for relation in content.relations {
      for id in [relation.ends.first, relation.ends.second] where seen.insert(id).inserted { order.append(id) }
    }
    return content.actors.map { Actor(id: $0.id, name: $0.id) } != content.actors || order != content.actors.map(\.id)
  }

  /// A column of a table.
  private struct Column<Record> {
    let heading: String
    let value: (Record) -> String
  }

  private func edgeTable(_ content: NetworkContent) -> String {
    let relations = content.relations
    let keys = FormatCapabilities.keys(of: relations.map(\.attributes))
    var columns: [Column<Relation>] = [
      Column(heading: "Source", value: \.ends.first), Column(heading: "Target", value: \.ends.second),
      Column(heading: "Type") { $0.ends.isDirected ? "Directed" : "Undirected" },
      Column(heading: "Weight") { DecimalNumber.text(of: $0.strength) },
    ]
    if relations.enumerated().contains(where: { $1.id != "e\($0 + 1)" }) {
      columns.append(Column(heading: "Id", value: \.id))
    }
    columns += self.columns(of: relations, options.fields.relation)
    var text = row(columns.map(\.heading) + keys)
    for relation in relations {
      text += row(columns.map { $0.value(relation) } + Self.values(keys, in: relation.attributes))
    }
    return text
  }

  private func nodeTable(_ content: NetworkContent) -> String {
    let actors = content.actors
    let keys = FormatCapabilities.keys(of: actors.map(\.attributes))
    let columns = [Column(heading: "Id", value: \.id)] + columns(of: actors, options.fields.actor)
    var text = row(columns.map(\.heading) + keys)
    for actor in actors {
      text += row(columns.map { $0.value(actor) } + Self.values(keys, in: actor.attributes))
    }
    return text
  }

  /// The columns of the fields in which any of the records says more than goes without saying.
  private func columns<Record>(of records: [Record], _ table: FieldTable<Record>) -> [Column<Record>] {
    table.fields.indices.compactMap { position in
      let field = table.fields[position]
      guard let names = field.names, !field.traits.contains(.structural),
        records.contains(where: { !table.isDefault(position, in: $0) })
      else { return nil }
      return Column(heading: names.heading) { record in
        guard let value = field.value(record) else { return "" }
        return value.number.map(DecimalNumber.text(of:)) ?? value.line
      }
    }
  }

  static func values(_ keys: [String], in attributes: [Attribute]) -> [String] {
    keys.map { key in attributes.first { $0.key == key }?.text ?? "" }
  }

  /// A row of a table that a spreadsheet may open, with its line end.
  func row(_ cells: [String]) -> String {
    Self.row(options.guardsFormulas ? cells.map(SpreadsheetGuard().guarding) : cells)
  }

  /// A row as it is, with its line end; cells that need quotes have them: also those with a character that separates the cells
  /// of other tables, by which a reader would tell the separator.
  static func row(_ cells: [String]) -> String {
    cells.map { cell in
      let needsQuotes =
        cell.utf8.contains { [0x22, 0x2C, 0x3B, 0x09, 0x7C, 0x0A, 0x0D].contains($0) }
        || cell.utf8.first == 0x20 || cell.utf8.last == 0x20
      return needsQuotes ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }.joined(separator: ",") + "\n"
  }
}
