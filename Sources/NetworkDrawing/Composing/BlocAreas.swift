import ActorModel

/// The area behind the members of a bloc.
package struct BlocArea: Hashable, Sendable {
  /// The bloc's id.
  package let bloc: String
  /// Its name.
  package let name: String
  /// The members in the picture, sorted.
  package let members: [String]
  /// Its outlines; two where an outline around all members would take in others, none where it has a badge.
  package internal(set) var outlines: [[Point]]
  /// The letter that marks each member, where they stand so far apart that the area would fall into pieces.
  package internal(set) var badge: String?
  /// Its colour.
  package let colour: Colour
  /// Graphviz' style of the outline, so that areas differ in grey too.
  let stroke: String
}

/// Draws areas of blocs so that none takes in an actor that does not belong to it.
struct BlocAreas {
  /// A bloc with the places of its members in the list of actors.
  struct Bloc {
    let id: String
    let members: [Int]
  }

  /// The blocs to draw.
  let blocs: [Bloc]
  private let network: ActorNetwork
  private let style: Style

  static let most = 4
  static let widestMargin = 15.5
  /// An area of more pieces says less than a badge at each member.
  static let mostPieces = 2

  /// The blocs asked for; else the largest.
  init(content: PictureContent, snapshot: Snapshot, style: Style) {
    network = snapshot.network
    self.style = style
    blocs = Self.chosen(content, snapshot, style)
  }

  private static func chosen(_ content: PictureContent, _ snapshot: Snapshot, _ style: Style) -> [Bloc] {
    let tooltips = Tooltips(snapshot: snapshot)
    var members: [String: Set<Int>] = [:]
    for (index, actor) in content.actors.enumerated() {
      for membership in actor.blocs where tooltips.isCurrent(membership.interval) {
        members[membership.bloc, default: []].insert(index)
      }
    }
    if let wanted = style.blocs {
      return wanted.compactMap { id in members[id].map { Bloc(id: id, members: $0.sorted()) } }
    }
    let sorted = members.filter { $0.value.count > 1 }.sorted { a, b in
      a.value.count != b.value.count ? a.value.count > b.value.count : a.key < b.key
    }
    return sorted.prefix(Self.most).map { Bloc(id: $0.key, members: $0.value.sorted()) }
  }

  /// The areas behind the shapes of all actors; without outlines while they have no places yet.
  func areas(behind figures: [ActorFigure], arePlaced: Bool = true) -> [BlocArea] {
    let strokes = ["solid", "dashed", "dotted"]
    var letters: Set<String> = []
    return blocs.enumerated().map { index, bloc in
      // Larger blocs have wider margins, so that the outline of a smaller one inside is seen.
      let margin = min(Self.widestMargin, 5 + 3.5 * Double(max(0, blocs.count - 1 - index)))
      let colours = style.palette.blocs
      let pieces = arePlaced ? outlines(of: bloc.members, among: figures, margin: margin) : []
      let isBroken = pieces.count > Self.mostPieces
      return BlocArea(
        bloc: bloc.id, name: ShownText.line(network.name(ofBloc: bloc.id)),
        members: bloc.members.map { figures[$0].id },
        outlines: isBroken ? [] : pieces,
        badge: isBroken ? Self.letter(of: network.name(ofBloc: bloc.id), besides: &letters) : nil,
        colour: colours.isEmpty ? style.palette.neutral : colours[index % colours.count],
        stroke: strokes[(index / max(1, colours.count) + index) % strokes.count])
    }
  }

  /// The first letter of a name that no other badge has.
  private static func letter(of name: String, besides used: inout Set<String>) -> String {
    let own = ShownText.line(name).uppercased().filter { $0.isLetter || $0.isNumber }.map(String.init)
    let others = (1...9).map(String.init)
    let letter = (own + others).first { !used.contains($0) } ?? "•"
    used.insert(letter)
    return letter
  }

  /// Members that stand near each other share an outline, unless somebody else would be in it.
  private func outlines(of members: [Int], among figures: [ActorFigure], margin: Double) -> [[Point]] {
    let insiders = Set(members)
    let others = figures.indices.filter { !insiders.contains($0) }
    var groups = members.map { [$0] }
    var hulls = members.map { convexHull(figures[$0].box.inset(by: 2).corners) }
    var links: [(gap: Double, a: Int, b: Int)] = []
    for (place, a) in members.enumerated() {
      let near = members.indices.filter { $0 != place }
        .map { (gap: figures[a].center.distance(to: figures[members[$0]].center), b: $0) }
        .sorted { $0.gap != $1.gap ? $0.gap < $1.gap : $0.b < $1.b }
      for link in near.prefix(8) where link.b > place || near.count > 8 { links.append((link.gap, place, link.b)) }
    }
    links.sort { ($0.gap, $0.a, $0.b) < ($1.gap, $1.a, $1.b) }
    var group = Array(members.indices)
    for link in links {
      let a = group[link.a]
      let b = group[link.b]
      guard a != b else { continue }
      let joined = convexHull(hulls[a] + hulls[b])
      let outline = rounded(joined, margin: margin)
      guard !others.contains(where: { touches(outline, figures[$0].box.inset(by: 1.5)) }) else { continue }
      groups[a] += groups[b]
      hulls[a] = joined
      groups[b] = []
      for member in group.indices where group[member] == b { group[member] = a }
    }
    return groups.indices.filter { !groups[$0].isEmpty }.map { rounded(hulls[$0], margin: margin).map(\.rounded) }
  }
}

extension BlocArea {
  /// The badge of a member.
  static func badge(_ letter: String, at center: Point, _ colour: Colour) -> ShapeMark {
    ShapeMark(
      shape: .rectangle, box: Box(center: center, size: Size(width: 9, height: 9)),
      fill: colour.mixed(with: .white, 0.6), stroke: colour.mixed(with: .black, 0.35), strokeWidth: 0.6,
      lines: [letter], face: Face(size: 7, isBold: true), ink: .black)
  }
}
