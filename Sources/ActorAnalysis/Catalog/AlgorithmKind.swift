import ActorModel
import GraphCore

/// Which graph of a network an algorithm reads.
public enum GraphReading: Sendable, Hashable {
  /// The graph as it was projected.
  case asProjected
  /// Pairs of actors, whatever the direction of their ties: ``ActorModel/ProjectedGraph/pairs()``.
  case pairs
}

/// A kind of algorithm, known only when the program runs: its options by name, and a way to run it.
public struct AlgorithmKind<Output: Sendable>: Sendable {
  /// What the algorithm is.
  public let summary: AlgorithmSummary
  /// Its options with their defaults.
  public let parameters: [AlgorithmParameter]
  private let configure: @Sendable ([AlgorithmOption]) throws(AlgorithmTextError) -> AlgorithmChoice<Output>

  /// A kind of algorithm.
  ///
  /// - Parameters:
  ///   - standard: The algorithm with its default options.
  ///   - defaults: What options that name actors or blocs are by default; those that are not in it must be given.
  ///   - reading: Which graph of a network it reads; a bare graph is read as it is.
  ///   - output: What to make of its result.
  public init<Algorithm: GraphAlgorithm>(
    _ standard: Algorithm, defaults: [String: String] = [:], reading: GraphReading = .asProjected,
    output: @escaping @Sendable (Algorithm.Output) -> Output
  ) {
    self.init(standard, defaults: defaults) { (configured, whole, context) throws(AlgorithmError) in
      try whole.read(reading) { subject throws(AlgorithmError) in
        output(try configured.algorithm(for: subject, context).run(on: subject.graph, in: context))
      }
    }
  }

  /// A kind of algorithm whose result names actors and relations.
  ///
  /// - Parameters:
  ///   - standard: The algorithm with its default options.
  ///   - defaults: What options that name actors or blocs are by default; those that are not in it must be given.
  ///   - reading: Which graph of a network it reads.
  ///   - prepare: Sets what comes from the network itself rather than from an option.
  ///   - finding: What to make of its result.
  public init<Algorithm: GraphAlgorithm>(
    _ standard: Algorithm, defaults: [String: String] = [:], reading: GraphReading = .asProjected,
    prepare: @escaping @Sendable (inout Algorithm, ProjectedGraph) -> Void = { _, _ in },
    finding: @escaping @Sendable (Algorithm.Output, Algorithm, ProjectedGraph) -> Output
  ) {
    self.init(standard, defaults: defaults) { (configured, whole, context) throws(AlgorithmError) in
      try whole.read(reading) { subject throws(AlgorithmError) in
        let projected = try subject.named(Algorithm.summary)
        var algorithm = try configured.algorithm(for: subject, context)
        prepare(&algorithm, projected)
        return finding(try algorithm.run(on: subject.graph, in: context), algorithm, projected)
      }
    }
  }

  /// A kind of algorithm that is part of an analysis of a whole network.
  ///
  /// - Parameters:
  ///   - standard: The algorithm with its default options.
  ///   - analysis: Runs it with its options set.
  public init<Algorithm: GraphAlgorithm>(
    _ standard: Algorithm,
    analysis:
      @escaping @Sendable (Algorithm, ProjectedGraph, RunContext) throws(AlgorithmError) -> Output
  ) {
    self.init(standard, defaults: [:]) { (configured, subject, context) throws(AlgorithmError) in
      let projected = try subject.named(Algorithm.summary)
      return try analysis(try configured.algorithm(for: subject, context), projected, context)
    }
  }

  private init<Algorithm: GraphAlgorithm>(
    _ standard: Algorithm, defaults: [String: String],
    run:
      @escaping @Sendable (ConfiguredAlgorithm<Algorithm>, AlgorithmSubject, RunContext) throws(AlgorithmError) ->
      Output
  ) {
    summary = Algorithm.summary
    parameters = Algorithm.parameters.map {
      AlgorithmParameter(
        name: $0.name, help: $0.help, values: $0.values,
        standard: $0.place == nil ? $0.read(standard) : defaults[$0.name])
    }
    configure = { options throws(AlgorithmTextError) in
      let configured = try ConfiguredAlgorithm(standard, defaults, options)
      return AlgorithmChoice(
        summary: Algorithm.summary, options: configured.options, named: configured.named,
        run: { subject, context throws(AlgorithmError) in try run(configured, subject, context) })
    }
  }

  /// The algorithm with options set.
  ///
  /// - Parameters:
  ///   - options: The options that differ from their defaults.
  ///   - seed: The seed of random choices where the options name none; `nil` for the algorithm's own.
  ///   - preset: Other options, set where the algorithm has them and the options name none.
  public func choice(
    _ options: [AlgorithmOption] = [], seed: UInt64? = nil, preset: [AlgorithmOption] = []
  ) throws(AlgorithmTextError) -> AlgorithmChoice<Output> {
    let seeds = parameters.filter { $0.values == .seed }.map(\.name)
    let given = seed.map { value in seeds.map { AlgorithmOption(name: $0, value: "\(value)") } } ?? []
    let known = preset.filter { option in parameters.contains { $0.name == option.name } }
    return try configure(given + known + options)
  }

  /// Whether it runs without anybody naming an actor.
  public var runsAlone: Bool { parameters.allSatisfy { $0.standard != nil } }
}

/// What an algorithm runs on: a graph, and the network behind it where names are needed.
struct AlgorithmSubject: Sendable {
  let graph: CSRGraph
  let projected: ProjectedGraph?

  /// What comes of working on the graph that an algorithm reads.
  func read<Result>(
    _ reading: GraphReading, _ work: (AlgorithmSubject) throws(AlgorithmError) -> Result
  ) throws(AlgorithmError) -> Result {
    guard reading == .pairs, let projected else { return try work(self) }
    return try projected.onPairs { pairs throws(AlgorithmError) in
      try work(AlgorithmSubject(graph: pairs.graph, projected: pairs))
    }
  }

  func named(_ summary: AlgorithmSummary) throws(AlgorithmError) -> ProjectedGraph {
    guard let projected else {
      throw .undefined(
        reason: "\(summary.id) names actors, and a bare graph has none", advice: "run it on a projected network")
    }
    return projected
  }
}

/// An algorithm with its plain options set, and those that name actors or blocs still to be looked up.
struct ConfiguredAlgorithm<Algorithm: GraphAlgorithm>: Sendable {
  private var algorithm: Algorithm
  private(set) var named: [NamedOption] = []
  private(set) var options: [AlgorithmOption] = []

  init(
    _ standard: Algorithm, _ defaults: [String: String], _ given: [AlgorithmOption]
  ) throws(AlgorithmTextError) {
    algorithm = standard
    var texts = defaults
    for option in given {
      guard let parameter = Algorithm.parameters.first(where: { $0.name == option.name }) else {
        throw .unknownParameter(option.name, algorithm: Algorithm.summary.id, known: Algorithm.parameters.map(\.name))
      }
      if parameter.place != nil {
        texts[option.name] = option.value
      } else if !parameter.write(&algorithm, option.value) {
        // A comma goes on with a list of actors; elsewhere what follows it should have been an option.
        if let comma = option.value.firstIndex(of: ",") {
          throw .malformed(String(option.value[option.value.index(after: comma)...]))
        }
        throw .unfitValue(
          option.value, parameter: option.name, algorithm: Algorithm.summary.id,
          needed: parameter.values.description)
      }
    }
    for parameter in Algorithm.parameters {
      guard parameter.place != nil else {
        options.append(AlgorithmOption(name: parameter.name, value: parameter.read(algorithm)))
        continue
      }
      guard let text = texts[parameter.name], !text.isEmpty else {
        throw .missing(
          parameter: parameter.name, algorithm: Algorithm.summary.id, needed: parameter.values.description)
      }
      named.append(try NamedOption(parameter.name, text, parameter.values))
      options.append(AlgorithmOption(name: parameter.name, value: text))
    }
  }

  /// The algorithm with nodes in the place of names.
  func algorithm(for subject: AlgorithmSubject, _ context: RunContext) throws(AlgorithmError) -> Algorithm {
    guard !named.isEmpty else { return algorithm }
    let projected = try subject.named(Algorithm.summary)
    var placed = algorithm
    for option in named {
      let choice = try option.nodes(in: projected, context)
      for parameter in Algorithm.parameters where parameter.name == option.name {
        let isPlaced = parameter.place?(&placed, choice) ?? false
        precondition(isPlaced, "an option takes what its values say")
      }
    }
    return placed
  }
}

/// An algorithm with all its options set, ready to run.
public struct AlgorithmChoice<Output: Sendable>: Sendable {
  /// What the algorithm is.
  public let summary: AlgorithmSummary
  /// Every option with its value, defaults included.
  public let options: [AlgorithmOption]
  private let named: [NamedOption]
  private let body: @Sendable (AlgorithmSubject, RunContext) throws(AlgorithmError) -> Output

  init(
    summary: AlgorithmSummary, options: [AlgorithmOption], named: [NamedOption],
    run body: @escaping @Sendable (AlgorithmSubject, RunContext) throws(AlgorithmError) -> Output
  ) {
    self.summary = summary
    self.options = options
    self.named = named
    self.body = body
  }

  /// Checks that the actors and attributes that options name are in a network.
  ///
  /// - Throws: That one is not, with the nearest.
  public func check(in network: ActorNetwork) throws(AlgorithmTextError) {
    for option in named { try option.check(in: network) }
  }

  /// Runs on the graph of a network.
  ///
  /// - Throws: What the algorithm throws; `.undefined` where an actor that an option names is not in the snapshot.
  public func run(on projected: ProjectedGraph, in context: RunContext) throws(AlgorithmError) -> Output {
    try body(AlgorithmSubject(graph: projected.graph, projected: projected), context)
  }

  /// Runs on a bare graph, which will do unless an option or the result names actors.
  ///
  /// - Throws: What the algorithm throws; `.undefined` where names are needed.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> Output {
    try body(AlgorithmSubject(graph: graph, projected: nil), context)
  }
}

/// A measure that scores every actor, ready to run.
public typealias MeasureChoice = AlgorithmChoice<NodeScores>

/// A measure that scores every tie, ready to run.
public typealias TieMeasureChoice = AlgorithmChoice<EdgeScores>

/// An option of an algorithm, as an index shows it.
public struct AlgorithmParameter: Sendable, Hashable {
  /// Its name on the command line.
  public let name: String
  /// What it does.
  public let help: String
  /// What a value may be.
  public let values: ParameterValues
  /// Its default; `nil` where it must be given.
  public let standard: String?
}

/// An option of an algorithm and its value, as text.
public struct AlgorithmOption: Sendable, Hashable {
  /// The option's name.
  public let name: String
  /// Its value.
  public let value: String

  /// An option and its value.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// Why an algorithm's text cannot be understood.
public enum AlgorithmTextError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no such algorithm.
  case unknown(String, what: String, nearest: String?, known: [String])
  /// The algorithm has no such option.
  case unknownParameter(String, algorithm: String, known: [String])
  /// The option does not take that value.
  case unfitValue(String, parameter: String, algorithm: String, needed: String)
  /// A part is not of the form `name=value`.
  case malformed(String)
  /// An option must be given.
  case missing(parameter: String, algorithm: String, needed: String)
  /// The algorithm leads from one actor to another, and only one was named.
  case needsTarget(algorithm: String)
  /// An option does not belong here.
  case unneeded(parameter: String, algorithm: String, advice: String)
  /// An actor or attribute that an option names is not in the network.
  case unknownName(parameter: String, problem: String)

  /// What is wrong, and what there is.
  public var description: String {
    switch self {
    case .unknown(let name, let what, let nearest, let known):
      "there is no \(what) '\(name)'" + (nearest.map { "; did you mean '\($0)'?" } ?? ";")
        + " \(what)s are \(known.joined(separator: ", "))"
    case .unknownParameter(let name, let algorithm, let known):
      "\(algorithm) has no parameter '\(name)'; "
        + (known.isEmpty ? "it has none" : "parameters are \(known.joined(separator: ", "))")
    case .unfitValue(let value, let parameter, let algorithm, let needed):
      "\(algorithm): \(parameter) cannot be '\(value)'; write \(needed)"
    case .malformed(let part): "'\(part)' is not of the form name=value"
    case .missing(let parameter, let algorithm, let needed):
      "\(algorithm) needs \(parameter): write \(algorithm):\(parameter)=… with \(needed)"
    case .needsTarget(let algorithm): "\(algorithm) leads from one actor to another; name the other with --to"
    case .unneeded(let parameter, let algorithm, let advice): "\(algorithm) takes no \(parameter) here; \(advice)"
    case .unknownName(let parameter, let problem): "\(parameter): \(problem)"
    }
  }
}
