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
  /// The algorithm leads to all actors, and one was named to which it should lead.
  case leadsToAll(algorithm: String)
  /// Where routes begin or end stands among the algorithm's options, and is said apart from them.
  case endAmongOptions(parameter: String, algorithm: String)
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
    case .needsTarget(let algorithm): "\(algorithm) leads from one actor to another"
    case .leadsToAll(let algorithm): "\(algorithm) takes no to here"
    case .endAmongOptions(let parameter, let algorithm): "\(algorithm) takes no \(parameter) here"
    case .unknownName(let parameter, let problem): "\(parameter): \(problem)"
    }
  }
}
