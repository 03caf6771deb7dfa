import GraphCore

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
  ///   - output: What to make of its result.
  public init<Algorithm: GraphAlgorithm>(
    _ standard: Algorithm, output: @escaping @Sendable (Algorithm.Output) -> Output
  ) {
    summary = Algorithm.summary
    parameters = Algorithm.parameters.map {
      AlgorithmParameter(name: $0.name, help: $0.help, values: $0.values, standard: $0.read(standard))
    }
    configure = { options throws(AlgorithmTextError) in
      var algorithm = standard
      for option in options {
        guard let parameter = Algorithm.parameters.first(where: { $0.name == option.name }) else {
          throw .unknownParameter(
            option.name, algorithm: Algorithm.summary.id, known: Algorithm.parameters.map(\.name))
        }
        guard parameter.write(&algorithm, option.value) else {
          throw .unfitValue(
            option.value, parameter: option.name, algorithm: Algorithm.summary.id,
            needed: parameter.values.description)
        }
      }
      let configured = algorithm
      return AlgorithmChoice(
        summary: Algorithm.summary,
        options: Algorithm.parameters.map { AlgorithmOption(name: $0.name, value: $0.read(configured)) },
        run: { graph, context throws(AlgorithmError) in output(try configured.run(on: graph, in: context)) })
    }
  }

  /// The algorithm with options set.
  public func choice(_ options: [AlgorithmOption] = []) throws(AlgorithmTextError) -> AlgorithmChoice<Output> {
    try configure(options)
  }
}

/// An algorithm with all its options set, ready to run.
public struct AlgorithmChoice<Output: Sendable>: Sendable {
  /// What the algorithm is.
  public let summary: AlgorithmSummary
  /// Every option with its value, defaults included.
  public let options: [AlgorithmOption]
  private let body: @Sendable (CSRGraph, RunContext) throws(AlgorithmError) -> Output

  init(
    summary: AlgorithmSummary, options: [AlgorithmOption],
    run body: @escaping @Sendable (CSRGraph, RunContext) throws(AlgorithmError) -> Output
  ) {
    self.summary = summary
    self.options = options
    self.body = body
  }

  /// Runs on a graph.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> Output {
    try body(graph, context)
  }
}

/// A measure that scores every actor, ready to run.
public typealias MeasureChoice = AlgorithmChoice<NodeScores>

/// An option of an algorithm, as an index shows it.
public struct AlgorithmParameter: Sendable, Hashable {
  /// Its name on the command line.
  public let name: String
  /// What it does.
  public let help: String
  /// What a value may be.
  public let values: ParameterValues
  /// Its default; `nil` where the algorithm has no default form.
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
    }
  }
}
