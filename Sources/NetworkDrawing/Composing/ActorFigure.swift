import ActorModel

/// An actor as it is drawn.
public struct ActorFigure: Hashable, Sendable {
  /// The actor's id.
  public let id: String
  /// Its name in lines.
  public let lines: [String]
  /// Its outline.
  public let shape: ActorShape
  /// How large it is.
  public let size: Size
  /// Its middle.
  public internal(set) var center: Point
  /// Its fill.
  public let fill: Colour
  /// Whether it has a heavy outline.
  public let isEmphasised: Bool
  /// Whether it is new or gone in a picture of changes.
  let outline: Outline
  let face: Face
  let ink: Colour
  /// What the tooltip says.
  public let tooltip: String

  /// The upright rectangle around the outline.
  public var box: Box { Box(center: center, size: size) }
  /// The rectangle around the name.
  public var textBox: Box {
    let width = lines.map(face.width).max() ?? 0
    let drop = shape.textDrop * size.height / 2
    return Box(
      center: Point(x: center.x, y: center.y - drop),
      size: Size(width: width, height: face.lineHeight * Double(lines.count)))
  }
}

/// What sizes and fills mean in one picture.
struct MeasureScale {
  let name: String
  let least: Double
  let greatest: Double
  /// The value of each actor.
  let values: [Double]

  /// `nil` when the measure tells actors not apart.
  init?(_ measure: Measure, content: PictureContent, range: ClosedRange<Double>? = nil) {
    let values: [Double]
    switch measure {
    case .none: return nil
    case .ties:
      name = "number of ties"
      values = content.tieCounts.map(Double.init)
    case .values(let given, let name):
      self.name = ShownText.line(name)
      let finite = content.actors.compactMap { given[$0.id] }.filter(\.isFinite)
      let floor = finite.min() ?? 0
      values = content.actors.map { actor in given[actor.id].flatMap { $0.isFinite ? $0 : nil } ?? floor }
    }
    guard let least = range?.lowerBound ?? values.min(), let greatest = range?.upperBound ?? values.max(),
      least < greatest
    else { return nil }
    self.least = least
    self.greatest = greatest
    self.values = values
  }

  /// From 0 to 1; 0 stands for no value, or for the least where there are values below 0.
  func share(of value: Double) -> Double {
    let floor = min(0, least)
    return max(0, (value - floor) / (greatest - floor))
  }

  /// 0 to 1 for each actor.
  func share(_ actor: Int) -> Double { share(of: values[actor]) }
}

/// Makes figures of actors: how large, how filled, the name in how many lines.
struct FigureMaker {
  let style: Style
  let content: PictureContent
  let sizes: MeasureScale?
  let fills: MeasureScale?
  let tooltips: Tooltips
  var changes: PictureChanges?

  static let nameLimit = 14

  func figures() -> [ActorFigure] {
    content.actors.indices.map { index in
      let actor = content.actors[index]
      let share = sizes?.share(index) ?? 0.1
      let fill = fills.map { style.palette.fill($0.share(index)) } ?? style.palette.leastFill
      let isEmphasised = style.emphasised.contains(actor.id)
      let face = isEmphasised ? Self.emphasised(Self.face(share)) : Self.face(share)
      let change = changes?.actors[actor.id]
      var lines = Self.lines(actor.name.isEmpty ? actor.id : actor.name)
      if let text = change?.text { lines.append(text) }
      let shape = ActorShape(actor.kind)
      let size = shape.size(
        holding: lines.map(face.width), lineHeight: face.lineHeight, least: Self.leastSize(share))
      return ActorFigure(
        id: actor.id, lines: lines, shape: shape, size: size, center: Point(x: 0, y: 0), fill: fill,
        isEmphasised: isEmphasised, outline: change.map(Self.outline) ?? .plain, face: face,
        ink: style.palette.ink(on: fill),
        tooltip: tooltips.text(of: actor, tieCount: content.tieCounts[index]))
    }
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
