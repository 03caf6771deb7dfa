import ActorGraph
import ArgumentParser
import Foundation

/// Where results go and in which form.
struct OutputOptions: ParsableArguments {
  /// The forms of a result.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case table, json, csv, markdown
  }

  @Option(help: "The form of the result: table, json, csv, markdown; by default from the file's ending, else table.")
  var format: Format?

  @Option(
    name: [.customShort("o"), .customLong("output")], help: "A file for the result; by default, and as -, the terminal."
  )
  var file: String?

  @OptionGroup var tables: TableWritingOptions

  /// Where the result goes.
  var destination: Destination { Destination(file) }
  /// The file that may be written.
  var planned: PlannedOutput? { PlannedOutput(file, .table) }

  /// The form asked for, or the one that the file's ending means.
  var chosenFormat: Format {
    if let format { return format }
    guard let path = destination.path else { return .table }
    switch PlannedOutput.ending(of: path) {
    case "json": return .json
    case "csv": return .csv
    case "md", "markdown": return .markdown
    default: return .table
    }
  }

  /// Prints a result, or writes it to the file asked for.
  func write(_ text: String) throws(CommandFailure) {
    try destination.write(Array(text.utf8), escaping: chosenFormat == .json ? .json : .shown)
  }

  /// Prints one table as CSV, or writes it to the file asked for.
  func write(csv table: Table) throws(CommandFailure) { try write(table.text(.csv, style: style)) }

  /// Prints tables one below the other, or writes them to the file asked for.
  func write(_ tables: [Table]) throws(CommandFailure) {
    let text = tables.map { $0.text(chosenFormat.tableFormat, style: style) }.joined(separator: "\n")
    // Cells of a table for people cannot steer a terminal; what is left are the escape codes of its headings.
    if destination == .standardOutput, style.isColoured, chosenFormat != .csv {
      try Terminal.printStyled(text)
    } else {
      try write(text)
    }
  }

  /// Prints an answer, or writes it to the file asked for.
  func write(_ answer: Answer) throws(CommandFailure) {
    switch chosenFormat {
    case .json:
      do { try write(try AnswerJSON(wording: .commandLineJSON).text(of: answer)) } catch let failure as CommandFailure {
        throw failure
      } catch {
        throw .internal("the result cannot be written as JSON: \(error)")
      }
    case .csv:
      guard let sheet = AnswerSheet().table(of: answer) else {
        let reason = answer.sheetRefusal.map(AnswerWording.commandLine.text)
        throw .usage(reason ?? "this answer is no single table; ask for it as table, json or markdown")
      }
      try write(csv: sheet)
    case .table, .markdown: try write(AnswerTables(wording: .commandLine).tables(of: answer))
    }
    if let refusal = answer.refusal { throw .data(["actorgraph: \(AnswerWording.commandLine.text(refusal))"]) }
  }

  /// Colour is for a terminal only, and never when the user said no.
  var style: TextStyle {
    let environment = ProcessInfo.processInfo.environment
    let noColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    var style = TextStyle(isColoured: destination == .standardOutput && !noColour && Terminal.showsOutput)
    style.guardsFormulas = !tables.isRaw
    return style
  }
}

/// How tables that a spreadsheet may open are written.
struct TableWritingOptions: ParsableArguments {
  @Flag(
    name: .customLong("csv-raw"),
    help: "Write texts in CSV as they are, also those that a spreadsheet would run as a formula.")
  var isRaw = false

  /// What a writer of networks is told.
  var options: WriteOptions {
    var options = WriteOptions()
    options.guardsFormulas = !isRaw
    return options
  }
}

/// How the run is carried out.
struct RunOptions: ParsableArguments {
  @Option(help: "Threads that work at once; by default all cores. Results do not depend on it.")
  var threads = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    name: .customLong("memory-limit"),
    help: "Memory a run may take, for example 800M or 4G; by default four fifths of what is free.")
  var memoryLimit = MemoryLimit.standard

  @Option(help: "Seed of random choices.")
  var seed: UInt64 = 1

  @Flag(name: .customLong("no-progress"), help: "No progress on the terminal.")
  var hidesProgress = false

  @Flag(help: "No messages but errors.")
  var quiet = false

  mutating func validate() throws {
    guard (1...1024).contains(threads) else { throw ValidationError("--threads is 1 to 1024") }
  }
}

extension OutputOptions.Format {
  /// The form of a table; JSON is written from answers, never from a table.
  var tableFormat: TableFormat {
    switch self {
    case .table, .json: .table
    case .csv: .csv
    case .markdown: .markdown
    }
  }
}
