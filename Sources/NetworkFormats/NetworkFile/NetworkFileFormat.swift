import ActorModel
import NetworkReading

/// The package's own file: actors, relations, evidence and sources, as YAML.
public struct YAMLNetworkFormat: NetworkReader, NetworkWriter {
  /// The name by which it is asked for.
  public let id = "network"
  /// The name in a sentence.
  public let title = "network file (YAML)"
  /// Endings of file names.
  public let fileExtensions = ["yaml", "yml"]

  /// The format; it has no options.
  public init() {}

  /// Whether a line begins with `network:`.
  public func recognises(_ beginning: String) -> Bool {
    beginning.split(separator: "\n").contains { $0.hasPrefix("network:") }
  }

  /// Reads a network file.
  public func read(_ file: InputFile, options: ReadOptions) throws(Diagnostics) -> ImportedNetwork {
    let text = try file.text()
    let root = try YAMLTree(file: file.name).parse(text)
    var decoder = NetworkDecoder(file: file.name, fields: options.fields)
    let imported = try decoder.decode(root).heeding(options)
    var report = imported.report
    report.commentLines = YAMLComments(in: text).lineCount
    return ImportedNetwork(network: imported.network, report: report)
  }

  /// Writes a network file; nothing is lost.
  ///
  /// - Throws: That an id or a text is one that no format holds.
  public func write(_ network: ActorNetwork, options: WriteOptions) throws(UnwritableNetwork) -> ExportedNetwork {
    let tree = try NetworkEncoder(fields: options.fields).readableTree(of: network)
    return ExportedNetwork(bytes: try YAMLWriter().write(tree), losses: [])
  }
}

/// The package's own file as JSON: the same keys as in YAML.
public struct JSONNetworkFormat: NetworkReader, NetworkWriter {
  /// The name by which it is asked for.
  public let id = "network-json"
  /// The name in a sentence.
  public let title = "network file (JSON)"
  /// Endings of file names.
  public let fileExtensions = ["json"]
  /// JSON of no known kind is not guessed at.
  public let reading: ReaderTraits = {
    var reading = ReaderTraits()
    reading.isToldByEnding = false
    return reading
  }()

  /// The format; it has no options.
  public init() {}

  /// Whether the outermost object has a key `network`.
  public func recognises(_ beginning: String) -> Bool { JSONBeginning(beginning).keys.contains("network") }

  /// Reads a network file.
  public func read(_ file: InputFile, options: ReadOptions) throws(Diagnostics) -> ImportedNetwork {
    let root = try JSONTree(file: file.name).parse(try file.text())
    var decoder = NetworkDecoder(file: file.name, fields: options.fields)
    return try decoder.decode(root).heeding(options)
  }

  /// Writes a network file; nothing is lost.
  ///
  /// - Throws: That an id or a text is one that no format holds.
  public func write(_ network: ActorNetwork, options: WriteOptions) throws(UnwritableNetwork) -> ExportedNetwork {
    let tree = try NetworkEncoder(fields: options.fields).readableTree(of: network)
    return ExportedNetwork(bytes: Array(JSONWriter().write(tree).utf8), losses: [])
  }
}

extension NetworkEncoder {
  /// The tree of a network, all of whose texts a reader takes back.
  fileprivate func readableTree(of network: ActorNetwork) throws(UnwritableNetwork) -> SourceNode {
    let content = network.content
    try FormatCapabilities.check(content.id, "the network's id", isID: true)
    for bloc in content.blocs { try FormatCapabilities.check(bloc.id, "the id of bloc '\(bloc.id)'", isID: true) }
    for source in content.sources {
      try FormatCapabilities.check(source.id, "the id of source '\(source.id)'", isID: true)
    }
    for actor in content.actors { try FormatCapabilities.check(actor.id, "the id of actor '\(actor.id)'", isID: true) }
    for relation in content.relations {
      try FormatCapabilities.check(relation.id, "the id of relation '\(relation.id)'", isID: true)
    }
    let tree = encode(network)
    try check(tree, "the network")
    return tree
  }

  private func check(_ node: SourceNode, _ owner: String) throws(UnwritableNetwork) {
    switch node.value {
    case .scalar(let text, _): try FormatCapabilities.check(text, "a text of \(owner)")
    case .sequence(let items): for item in items { try check(item, owner) }
    case .mapping(let pairs):
      var owner = owner
      if let id = pairs.first(where: { $0.key == "id" }), case .scalar(let text, _) = id.value.value {
        owner = "'\(text)'"
      }
      for pair in pairs {
        try FormatCapabilities.check(pair.key, "a key of \(owner)")
        try check(pair.value, owner)
      }
    }
  }
}

extension ImportedNetwork {
  /// The network with its relations undirected, where the options say so; each relation stays one, with its evidence.
  ///
  /// - Throws: The warnings, where reading is strict.
  fileprivate func heeding(_ options: ReadOptions) throws(Diagnostics) -> ImportedNetwork {
    if options.isStrict, !report.diagnostics.isEmpty {
      throw Diagnostics(report.diagnostics.map(\.asError))
    }
    guard options.direction == .undirected else { return self }
    let count = network.relations.count { $0.ends.isDirected }
    var report = report
    report.notes.append("\(count) directed relations were read as undirected; none was merged")
    return ImportedNetwork(network: network.undirected, report: report)
  }
}
