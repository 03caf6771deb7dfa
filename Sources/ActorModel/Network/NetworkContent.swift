/// Everything a network file says, before it was checked.
///
/// Readers fill it; ``ActorNetwork`` is made from it when ``problems()`` finds no error.
public struct NetworkContent: Hashable, Sendable {
  /// The network's own id.
  public var id: String
  /// The title shown.
  public var title: String?
  /// The language of names and claims, as a BCP 47 tag.
  public var language: String?
  /// What the network is about.
  public var description: String?
  /// Names of blocs.
  public var blocs: [Bloc] = []
  /// What statements rest on.
  public var sources: [Source] = []
  /// Who acts.
  public var actors: [Actor] = []
  /// What they do to each other.
  public var relations: [Relation] = []

  /// An empty network.
  public init(id: String) { self.id = id }
}
