import ActorModel

/// A picture before it is rendered: everything in it and where it stands.
public struct Composition: Hashable, Sendable {
  /// The title of the network.
  public let title: String
  /// What the picture shows, in one text.
  public let summary: String
  /// The page.
  public internal(set) var page: Box
  /// The part of the page where actors, relations and labels stand.
  package let area: Box
  /// The actors, by id.
  package let actors: [ActorFigure]
  /// The relations.
  package let relations: [RelationFigure]
  /// The names of relations.
  package internal(set) var labels: [LabelFigure]
  /// How many relations are not named: without room for a label, or counted in one as so many more.
  public let unnamedCount: Int
  /// The areas of blocs.
  package internal(set) var areas: [BlocArea]
  /// What the signs mean; `nil` when it was not wanted or nothing is there to explain.
  package let legend: Legend?
  /// Title and facts.
  package let caption: Caption
  /// The data's hash as it was given.
  package let dataHash: String

  let style: Style
  /// Names of blocs at their areas.
  var areaLabels: [TextMark]
  /// What stands in an empty picture.
  let notice: TextMark?

  /// Where the actors stand.
  public var positions: Positions {
    Positions(Dictionary(actors.map { ($0.id, $0.center) }, uniquingKeysWith: { first, _ in first }))
  }
}
