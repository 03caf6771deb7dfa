import ActorModel
import NetworkReading

/// Reads a table of actors: an id, and whatever else is known of each.
struct CSVNodeReader {
  private var scanner: CSVScanner
  private var graph: ImportCollector
  /// The columns that hold a field beside the id, in the order of the table of fields.
  private var details: [(column: Int, field: NamedField)] = []

  init(scanner: CSVScanner, graph: ImportCollector) {
    self.scanner = scanner
    self.graph = graph
  }

  /// Reads all rows.
  mutating func read() -> ImportCollector {
    do throws(CSVScanner.Failure) {
      var columns: CSVColumns?
      while try scanner.nextRow() {
        if scanner.isBlank { continue }
        if let known = columns {
          readRow(known)
        } else {
          var header = CSVColumns(
            header: scanner.cells.map(scanner.text), isNodeTable: true, fields: graph.options.fields)
          guard header.apply(graph.options.table.nodeColumns, line: scanner.line, &graph.log) else { break }
          guard header[.id] != nil else {
            graph.log.error(
              TextLocation(line: scanner.line, column: 1),
              "no column of the table of actors is the id; columns are \(header.shownNames)",
              "name one 'id', or \(.nameActorColumn(.id))")
            break
          }
          columns = header
          details = chosenDetails(header)
        }
      }
    } catch {
      graph.log.error(scanner.place(of: error.offset), error.message, error.fix)
    }
    graph.noteGuards(scanner.guardedCells)
    return graph
  }

  private func chosenDetails(_ columns: CSVColumns) -> [(column: Int, field: NamedField)] {
    graph.options.fields.actor.fields.compactMap { field in
      guard let names = field.names, !field.traits.contains(.structural),
        let column = columns[TableOptions.Field(column: names.column)],
        let named = graph.actorFields.byKey[names.key]
      else { return nil }
      return (column, named)
    }
  }

  private mutating func readRow(_ columns: CSVColumns) {
    let cells = scanner.cells
    let place = TextLocation(line: scanner.line, column: 1)
    guard cells.count == columns.count, let idColumn = columns[.id] else {
      return graph.log.error(
        place, "a row of \(cells.count) cells, where the first row has \(columns.count)",
        "put cells that hold the separator in quotes")
    }
    var actor = Actor(id: scanner.text(cells[idColumn]), name: "")
    for (column, field) in details where !cells[column].isEmpty {
      graph.setField(
        field, to: scanner.text(cells[column]), of: &actor, at: scanner.place(of: cells[column].offset))
    }
    for column in columns.others where !cells[column].isEmpty {
      graph.keep(
        columns.name(column), scanner.text(cells[column]), in: &actor.attributes,
        at: scanner.place(of: cells[column].offset))
    }
    graph.addNode(actor, at: place)
  }
}
