import ActorModel
import GraphCore

extension BlocAnalysis.Method {
  /// The names of the ways to divide that come from the file.
  package static let namesFromFile = ["given", "kind", "attribute/NAME"]

  /// A way to divide from its text: `given`, `kind`, `attribute/NAME`, or a method with its parameters.
  ///
  /// Inside a parameter of another algorithm a method is written `leiden/resolution=0.8+seed=3`, since colon and comma
  /// already mean something there.
  ///
  /// - Parameters:
  ///   - text: What to divide by.
  ///   - seed: The seed of random choices where the text names none.
  ///   - preset: Other options where the method has them and the text names none.
  /// - Throws: That there is no such method, parameter or value, with those that there are.
  package init(
    _ text: String, seed: UInt64? = nil, preset: [AlgorithmOption] = []
  ) throws(AlgorithmTextError) {
    switch text {
    case "given": self = .given
    case "kind": self = .kind
    case _ where text.hasPrefix("attribute/"): self = .attribute(String(text.dropFirst("attribute/".count)))
    default:
      let plain = text.contains(":") ? text : text.replacing("/", with: ":").replacing("+", with: ",")
      do throws(AlgorithmTextError) {
        self = .found(try GroupingCatalog().choice(plain, seed: seed, preset: preset))
      } catch .unknown(let name, let what, let nearest, let known) {
        throw .unknown(name, what: what, nearest: nearest, known: known + Self.namesFromFile)
      }
    }
  }

  /// Checks that an attribute or actor named is in a network.
  ///
  /// - Throws: That no actor has the attribute, with the nearest.
  package func check(in network: ActorNetwork) throws(AlgorithmTextError) {
    switch self {
    case .found(let choice): try choice.check(in: network)
    case .given, .kind: break
    case .attribute(let name):
      let known = Set(network.actors.flatMap(\.attributes).map(\.key))
      guard !known.contains(name) else { return }
      throw .unknown(
        name, what: "attribute", nearest: NearestNames(to: name, among: known).first, known: known.sorted())
    }
  }

  /// The division of the nodes of a graph.
  ///
  /// - Parameter needed: Whether a file that says nothing about any actor is refused, rather than leaving all alone.
  package func partition(
    of projected: ProjectedGraph, needed: Bool = false, _ context: RunContext = RunContext()
  ) throws(AlgorithmError) -> Partition {
    if case .found(let choice) = self { return try choice.run(on: projected, in: context) }
    let labels = projected.actors.map { label(of: $0, in: projected) }
    guard !needed || labels.contains(where: { $0 != nil }) else {
      throw .undefined(
        reason: "the file says nothing about the \(word) of any actor",
        advice: "let a method find blocs, for example leiden")
    }
    return Partition(labels: zip(labels, projected.actors).map { $0.map { "in " + $0 } ?? "alone " + $1.id })
  }

  /// The name of a group of nodes: `nil` where it was found, or there is nobody in it.
  func name(of nodes: [Int], in projected: ProjectedGraph) -> String? {
    guard let first = nodes.first else { return nil }
    let label = label(of: projected.actors[first], in: projected)
    switch self {
    case .found: return nil
    case .given: return label.map(projected.snapshot.network.name(ofBloc:)) ?? "no bloc"
    case .kind: return label ?? "of unknown kind"
    case .attribute(let key): return label ?? "no \(key)"
    }
  }

  private var word: String {
    switch self {
    case .found, .given: "bloc"
    case .kind: "kind"
    case .attribute(let key): "attribute \(key)"
    }
  }

  /// What the file says about an actor; the first bloc it belongs to in the days looked at.
  private func label(of actor: Actor, in projected: ProjectedGraph) -> String? {
    switch self {
    case .found: return nil
    case .given:
      let days = projected.snapshot.days
      return actor.blocs.first { membership in days.map { membership.interval.overlaps($0) } ?? true }?.bloc
    case .kind: return actor.kind?.rawValue
    case .attribute(let key): return actor.attributes.first { $0.key == key }?.text
    }
  }
}
