import ActorModel

/// An actor as it is drawn.
package struct ActorFigure: Hashable, Sendable {
  /// The actor's id.
  package let id: String
  /// Its name in lines.
  package let lines: [String]
  /// Its outline.
  package let shape: ActorShape
  /// How large it is.
  package let size: Size
  /// Its middle.
  package internal(set) var center: Point
  /// Its fill.
  package let fill: Colour
  /// Whether it has a heavy outline.
  package let isEmphasised: Bool
  /// Whether it is new or gone in a picture of changes.
  let outline: Outline
  let face: Face
  let ink: Colour
  /// What the tooltip says.
  package let tooltip: String

  /// The upright rectangle around the outline.
  package var box: Box { Box(center: center, size: size) }
  /// The rectangle around the name.
  package var textBox: Box {
    let width = lines.map(face.width).max() ?? 0
    let drop = shape.textDrop * size.height / 2
    return Box(
      center: Point(x: center.x, y: center.y - drop),
      size: Size(width: width, height: face.lineHeight * Double(lines.count)))
  }
}

/// The number that each actor of a picture has by a measure.
struct MeasureValues {
  let name: String
  /// In the order of the picture's actors.
  let values: [Double]
  /// The numbers given by actor id, and what an actor without one counts as.
  private let given: [String: Double]
  private let floor: Double

  /// `nil` when nothing is measured.
  init?(_ measure: Measure, content: PictureContent) {
    switch measure {
    case .none: return nil
    case .ties:
      name = "number of ties"
      values = content.tieCounts.map(Double.init)
      given = [:]
      floor = 0
    case .values(let given, let name):
      self.name = ShownText.line(name)
      let finite = given.filter(\.value.isFinite)
      let floor = content.actors.compactMap { finite[$0.id] }.min() ?? 0
      values = content.actors.map { finite[$0.id] ?? floor }
      self.given = finite
      self.floor = floor
    }
  }

  /// The number of an actor that the picture does not show, because it has no tie.
  func value(ofTieless id: String) -> Double { given[id] ?? floor }
}

/// What sizes and fills mean in one picture.
struct MeasureScale {
  let least: Double
  let greatest: Double
  private let measured: MeasureValues

  var name: String { measured.name }

  /// `nil` when the measure tells actors not apart.
  init?(_ measure: Measure, content: PictureContent, range: ClosedRange<Double>? = nil) {
    guard let measured = MeasureValues(measure, content: content) else { return nil }
    guard let least = range?.lowerBound ?? measured.values.min(),
      let greatest = range?.upperBound ?? measured.values.max(), least < greatest
    else { return nil }
    self.least = least
    self.greatest = greatest
    self.measured = measured
  }

  /// From 0 to 1; 0 stands for no value, or for the least where there are values below 0.
  func share(of value: Double) -> Double {
    let floor = min(0, least)
    return max(0, (value - floor) / (greatest - floor))
  }

  /// 0 to 1 for each actor.
  func share(_ actor: Int) -> Double { share(of: measured.values[actor]) }

  /// 0 to 1 for an actor that the picture does not show, because it has no tie.
  func share(ofTieless id: String) -> Double { share(of: measured.value(ofTieless: id)) }
}

/// Makes figures of actors: how large, how filled, the name in how many lines.
struct FigureMaker {
  let style: Style
  let content: PictureContent
  let sizes: MeasureScale?
  let fills: MeasureScale?
  let tooltips: Tooltips
  var changes: PictureChanges?
  /// How large shapes are at least, by actor id.
  var leastSizes: [String: Size] = [:]

  static let nameLimit = 14

  func figures() -> [ActorFigure] {
    content.actors.indices.map { index in
      figure(
        of: content.actors[index], tieCount: content.tieCounts[index], sizeShare: sizes?.share(index),
        fillShare: fills?.share(index))
    }
  }

  /// The figure of an actor that has no tie in the picture.
  func figure(ofTieless actor: Actor) -> ActorFigure {
    figure(
      of: actor, tieCount: 0, sizeShare: sizes?.share(ofTieless: actor.id), fillShare: fills?.share(ofTieless: actor.id)
    )
  }

  private func figure(of actor: Actor, tieCount: Int, sizeShare: Double?, fillShare: Double?) -> ActorFigure {
    let share = sizeShare ?? 0.1
    let fill = fillShare.map(style.palette.fill) ?? style.palette.leastFill
    let isEmphasised = style.emphasised.contains(actor.id)
    let face = isEmphasised ? Self.emphasised(Self.face(share)) : Self.face(share)
    let change = changes?.actors[actor.id]
    var lines = Self.lines(actor.name.isEmpty ? actor.id : actor.name)
    if let text = change?.text { lines.append(text) }
    let shape = ActorShape(actor.kind)
    var size = shape.size(
      holding: lines.map(face.width), lineHeight: face.lineHeight, least: Self.leastSize(share))
    if let least = leastSizes[actor.id] { size = size.union(least) }
    return ActorFigure(
      id: actor.id, lines: lines, shape: shape, size: size, center: Point(x: 0, y: 0), fill: fill,
      isEmphasised: isEmphasised, outline: change.map(Self.outline) ?? .plain, face: face,
      ink: style.palette.ink(on: fill), tooltip: tooltips.text(of: actor, tieCount: tieCount))
  }

  private static func outline(_ change: ActorChange) -> Outline {
    switch change.presence {
    case .both: .plain
    case .new: .doubled
    case .gone: .dashed
    }
  }

  /// Long names get longer lines, so that they do not become towers.
  static func lines(_ name: String) -> [String] {
    let count = name.count
    return ShownText.wrapped(name, limit: count > 84 ? 26 : count > 48 ? 18 : nameLimit)
  }

  static func face(_ share: Double) -> Face {
    let strong = max(0, share.squareRoot() - 0.2) / 0.8
    return Face(size: ((7.2 + 4.8 * strong) * 10).rounded() / 10, isBold: share >= 0.36)
  }

  /// Bold, and large enough to be found.
  static func emphasised(_ face: Face) -> Face { Face(size: max(face.size, 9.5), isBold: true) }

  /// Areas follow the share, so that sides follow its root.
  static func leastSize(_ share: Double) -> Size {
    let side = share.squareRoot()
    return Size(width: (26 + 70 * side).rounded(), height: (14 + 30 * side).rounded())
  }
}
