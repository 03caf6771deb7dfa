import ActorModel
import GraphCore

/// An algorithm with its plain options set, and those that name actors or blocs still to be looked up.
struct ConfiguredAlgorithm<Algorithm: DescribedAlgorithm>: Sendable {
  private var algorithm: Algorithm
  /// The options that can be set by name.
  private let parameters: [Parameter<Algorithm>]
  private(set) var named: [NamedOption] = []
  private(set) var options: [AlgorithmOption] = []

  /// An algorithm with options set.
  ///
  /// - Parameters:
  ///   - standard: The algorithm with its default options.
  ///   - parameters: The options that can be set by name.
  ///   - defaults: What options that name actors or blocs are by default.
  ///   - given: The options set.
  init(
    _ standard: Algorithm, parameters: [Parameter<Algorithm>], defaults: [String: String], given: [AlgorithmOption]
  ) throws(AlgorithmTextError) {
    algorithm = standard
    self.parameters = parameters
    var texts = defaults
    for option in given {
      guard let parameter = parameters.first(where: { $0.name == option.name }) else {
        throw .unknownParameter(option.name, algorithm: Algorithm.summary.id, known: parameters.map(\.name))
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
    for parameter in parameters {
      guard parameter.place != nil else {
        options.append(AlgorithmOption(name: parameter.name, value: parameter.read(algorithm)))
        continue
      }
      guard let text = texts[parameter.name], !text.isEmpty else {
        throw .missing(
          parameter: parameter.name, algorithm: Algorithm.summary.id, needed: parameter.values.description)
      }
      named.append(try NamedOption(parameter.name, text: text, values: parameter.values))
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
      for parameter in parameters where parameter.name == option.name {
        let isPlaced = parameter.place?(&placed, choice) ?? false
        precondition(isPlaced, "an option takes what its values say")
      }
    }
    return placed
  }
}
