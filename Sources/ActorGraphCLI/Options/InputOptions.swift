import ActorGraph
import ArgumentParser

/// How files are read.
struct InputOptions: ParsableArguments {
  @Option(name: .customLong("from-format"), help: "The format of the input; by default told by content and ending.")
  var format: String?

  @Option(
    name: .customLong("encoding"),
    help: "The input's encoding, where it is not UTF-8.")
  var encoding: TextEncoding?

  @Flag(help: "Warnings are errors.")
  var strict = false

  @Flag(help: "Read every tie as undirected; a tie and its equal reverse become one.")
  var undirected = false

  @Flag(name: .customLong("create-missing"), help: "A tie to an actor that the file does not declare creates it.")
  var createsMissing = false

  @Option(
    name: .customLong("ids"),
    help: "What an actor's id is: as-written, labels, or automatic (labels where ids are mere numbers).")
  var identifiers = IdentifierChoice.automatic

  /// What becomes an actor's id.
  enum IdentifierChoice: String, CaseIterable, ExpressibleByArgument {
    case automatic, asWritten = "as-written", labels

    var identifiers: ReadOptions.Identifiers {
      switch self {
      case .automatic: .automatic
      case .asWritten: .asWritten
      case .labels: .labels
      }
    }
  }

  @Option(name: .customLong("network"), help: "The network to read where a file holds several: its name or number.")
  var network: String?

  /// The options for readers.
  func readOptions() throws(CommandFailure) -> ReadOptions {
    var options = ReadOptions()
    options.encoding = encoding
    options.isStrict = strict
    options.direction = undirected ? .undirected : .asWritten
    options.createsMissingActors = createsMissing
    options.identifiers = identifiers.identifiers
    options.networkName = network
    options.table = try table.tableOptions(encoding)
    return options
  }

  /// Where rows that cannot be read are put.
  var quarantine: String? { table.quarantine }

  @OptionGroup(title: "Tables") var table: TableArguments
}

/// How tables with separators are read.
struct TableArguments: ParsableArguments {
  @Option(
    name: .customLong("column"),
    help: ArgumentHelp(
      "A column of a table of ties, as FIELD=NAME or FIELD=NUMBER; FIELD= for one that is not to be read. Fields are "
        + "\(TableOptions.Field.allCases.map(\.rawValue).joined(separator: ", ")).", valueName: "field=name"))
  var columns: [String] = []

  @Option(name: .customLong("actors"), help: "A table of the actors, beside a table of ties.")
  var actors: String?

  @Option(
    name: .customLong("actor-column"),
    help: ArgumentHelp("A column of a table of actors, in the same way.", valueName: "field=name"))
  var actorColumns: [String] = []

  @Option(help: "What separates cells: comma, semicolon, tab, pipe or a character; by default told from the file.")
  var separator: String?

  @Flag(inversion: .prefixedNo, help: "The first row names the columns, or does not; by default told from the file.")
  var header: Bool?

  @Option(help: "Rows that begin with this character are passed over.")
  var comment: String?

  @Flag(name: .customLong("decimal-comma"), help: "A comma separates decimals: 0,5.")
  var decimalComma = false

  @Option(
    name: .customLong("max-bad-rows"),
    help: ArgumentHelp(
      "Rows of an event table that may be bad and are set aside; with one more nothing is read.", valueName: "count"))
  var maxBadRows = 0

  @Option(help: ArgumentHelp("A table to write of the rows set aside, with line and reason.", valueName: "file"))
  var quarantine: String?

  /// The options for readers of tables.
  func tableOptions(_ encoding: TextEncoding?) throws(CommandFailure) -> TableOptions {
    var options = TableOptions()
    options.separator = try separatorCharacter()
    options.hasHeader = header
    if let comment {
      guard comment.count == 1, let mark = comment.first, mark.isASCII else {
        throw .usage("--comment is one character, not '\(comment)'")
      }
      options.comment = mark
    }
    options.hasDecimalComma = decimalComma
    guard maxBadRows >= 0 else { throw .usage("--max-bad-rows is 0 or more, not \(maxBadRows)") }
    options.badRowLimit = maxBadRows
    options.columns = try Self.fields(columns, "--column")
    options.nodeColumns = try Self.fields(actorColumns, "--actor-column")
    if let actors { options.nodes = try Session.file(actors) }
    return options
  }

  private func separatorCharacter() throws(CommandFailure) -> Character? {
    guard let separator else { return nil }
    let words: [String: Character] = ["comma": ",", "semicolon": ";", "tab": "\t", "\\t": "\t", "pipe": "|"]
    if let character = words[separator] { return character }
    guard separator.count == 1, let character = separator.first, character.isASCII, character != "\"",
      !character.isNewline
    else { throw .usage("--separator is comma, semicolon, tab, pipe or one character, not '\(separator)'") }
    return character
  }

  private static func fields(
    _ words: [String], _ option: String
  ) throws(CommandFailure) -> [TableOptions.Field: String] {
    var fields: [TableOptions.Field: String] = [:]
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, let field = TableOptions.Field(rawValue: parts[0].lowercased()) else {
        let known = TableOptions.Field.allCases.map(\.rawValue)
        let near = NearestNames(to: String(parts[0]), among: known).first.map { "; did you mean '\($0)'?" } ?? ""
        throw .usage(
          "\(option) '\(word)' is not FIELD=NAME; fields are \(known.joined(separator: ", "))\(near)")
      }
      guard fields.updateValue(String(parts[1]), forKey: field) == nil else {
        throw .usage("\(option) names \(field.rawValue) twice")
      }
    }
    return fields
  }
}

extension TextEncoding: ExpressibleByArgument {}
