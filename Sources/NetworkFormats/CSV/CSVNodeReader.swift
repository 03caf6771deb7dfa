import ActorModel

/// Reads a table of actors: an id, and whatever else is known of each.
struct CSVNodeReader {
  private var scanner: CSVScanner
  private var graph: ImportCollector

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
          var header = CSVColumns(header: scanner.cells.map(scanner.text), isNodeTable: true)
          guard header.apply(graph.options.table.nodeColumns, line: scanner.line, &graph.log) else { break }
          guard header[.id] != nil else {
            graph.log.error(
              TextLocation(line: scanner.line, column: 1),
              "no column of the table of actors is the id; columns are \(header.shownNames)",
              "name one 'id', or say which it is with --actor-column id=NAME")
            break
          }
          columns = header
        }
      }
    } catch {
      graph.log.error(scanner.place(of: error.offset), error.message, error.fix)
    }
    graph.noteGuards(scanner.guardedCells)
    return graph
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
    for (field, key) in [
      (TableOptions.Field.label, "label"), (.kind, "kind"), (.since, "from"), (.until, "until"), (.note, "note"),
    ] {
      guard let column = columns[field], !cells[column].isEmpty else { continue }
      graph.setField(
        key, to: scanner.text(cells[column]), of: &actor, at: scanner.place(of: cells[column].offset))
    }
    for column in columns.others where !cells[column].isEmpty {
      let key = columns.name(column)
      let text = scanner.text(cells[column])
      let cellPlace = scanner.place(of: cells[column].offset)
      if key == "part-of" {
        actor.partOf = text
      } else {
        graph.keep(key, text, in: &actor.attributes, at: cellPlace)
      }
    }
    graph.addNode(actor, at: place)
  }
}
