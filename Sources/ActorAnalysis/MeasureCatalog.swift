import GraphAlgorithms
import GraphCore

/// All measures that score every actor, by name: the one list behind the command line, JSON and the index.
public struct MeasureCatalog: Sendable {
  /// The measures, in the order of the index.
  public let measures: [NodeMeasureType]

  /// All node measures of the package.
  public init() {
    measures = [
      NodeMeasureType(Degree.self), NodeMeasureType(Strength.self), NodeMeasureType(SignedStrength.self),
      NodeMeasureType(HarmonicCloseness.self), NodeMeasureType(Closeness.self), NodeMeasureType(Betweenness.self),
      NodeMeasureType(PageRank.self), NodeMeasureType(Eigenvector.self),
    ]
  }

  /// A measure and its options from their text: `betweenness:scale=pairs` or `pagerank:damping=0.9,tolerance=1e-12`.
  ///
  /// - Throws: That there is no such measure, parameter or value, with those that there are.
  public func choice(_ text: String) throws(MeasureTextError) -> MeasureChoice {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    guard let type = measures.first(where: { $0.summary.id == name }) else {
      throw .unknownMeasure(name, known: measures.map(\.summary.id))
    }
    var options: [MeasureOption] = []
    if parts.count > 1 {
      for pair in parts[1].split(separator: ",", omittingEmptySubsequences: false) {
        let sides = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard sides.count == 2 else { throw .malformed(String(pair)) }
        options.append(MeasureOption(name: sides[0], value: sides[1]))
      }
    }
    return try type.choice(options)
  }
}

/// A kind of measure, known only when the program runs.
public struct NodeMeasureType: Sendable {
  /// What the measure is.
  public let summary: AlgorithmSummary
  /// Its options with their defaults.
  public let parameters: [MeasureParameter]
  private let configure: @Sendable ([MeasureOption]) throws(MeasureTextError) -> MeasureChoice

  init<Measure: NodeMeasure>(_ type: Measure.Type) {
    summary = Measure.summary
    let defaults = Measure()
    parameters = Measure.parameters.map {
      MeasureParameter(name: $0.name, help: $0.help, values: $0.values, standard: $0.read(defaults))
    }
    configure = { options throws(MeasureTextError) in
      var measure = Measure()
      for option in options {
        guard let parameter = Measure.parameters.first(where: { $0.name == option.name }) else {
          throw .unknownParameter(
            option.name, measure: Measure.summary.id, known: Measure.parameters.map(\.name))
        }
        guard parameter.write(&measure, option.value) else {
          throw .unfitValue(
            option.value, parameter: option.name, measure: Measure.summary.id, needed: parameter.values.description)
        }
      }
      let configured = measure
      return MeasureChoice(
        summary: Measure.summary,
        options: Measure.parameters.map { MeasureOption(name: $0.name, value: $0.read(configured)) },
        run: { graph, context throws(AlgorithmError) in try configured.run(on: graph, in: context) })
    }
  }

  /// The measure with options set.
  public func choice(_ options: [MeasureOption] = []) throws(MeasureTextError) -> MeasureChoice {
    try configure(options)
  }
}

/// An option of a measure, as an index shows it.
public struct MeasureParameter: Sendable, Hashable {
  /// Its name on the command line.
  public let name: String
  /// What it does.
  public let help: String
  /// What a value may be.
  public let values: ParameterValues
  /// Its default.
  public let standard: String
}

/// An option of a measure and its value, as text.
public struct MeasureOption: Sendable, Hashable {
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

/// A measure with all its options set, ready to run.
public struct MeasureChoice: Sendable {
  /// What the measure is.
  public let summary: AlgorithmSummary
  /// Every option with its value, defaults included.
  public let options: [MeasureOption]
  private let body: @Sendable (CSRGraph, RunContext) throws(AlgorithmError) -> NodeScores

  init(
    summary: AlgorithmSummary, options: [MeasureOption],
    run body: @escaping @Sendable (CSRGraph, RunContext) throws(AlgorithmError) -> NodeScores
  ) {
    self.summary = summary
    self.options = options
    self.body = body
  }

  /// Scores the nodes of a graph.
  public func run(on graph: CSRGraph, in context: RunContext) throws(AlgorithmError) -> NodeScores {
    try body(graph, context)
  }
}

/// Why a measure's text cannot be understood.
public enum MeasureTextError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no such measure.
  case unknownMeasure(String, known: [String])
  /// The measure has no such option.
  case unknownParameter(String, measure: String, known: [String])
  /// The option does not take that value.
  case unfitValue(String, parameter: String, measure: String, needed: String)
  /// A part is not of the form `name=value`.
  case malformed(String)

  /// What is wrong, and what there is.
  public var description: String {
    switch self {
    case .unknownMeasure(let name, let known):
      "there is no measure '\(name)'; measures are \(known.joined(separator: ", ")), or all"
    case .unknownParameter(let name, let measure, let known):
      "\(measure) has no parameter '\(name)'; "
        + (known.isEmpty ? "it has none" : "parameters are \(known.joined(separator: ", "))")
    case .unfitValue(let value, let parameter, let measure, let needed):
      "\(measure): \(parameter) cannot be '\(value)'; write \(needed)"
    case .malformed(let part): "'\(part)' is not of the form name=value"
    }
  }
}
