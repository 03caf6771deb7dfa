import ActorModel

/// The outline an actor is drawn with; each kind has its own.
package enum ActorShape: String, CaseIterable, Hashable, Sendable {
  /// A state.
  case ellipse
  /// A bloc.
  case octagon
  /// A movement.
  case hexagon
  /// A government.
  case rectangle
  /// An organisation.
  case roundedRectangle = "rounded"
  /// An institution.
  case house
  /// A person.
  case bust
  /// A population.
  case mound
  /// An area.
  case dashedEllipse = "dashed-ellipse"
  /// A resource.
  case cylinder
  /// No kind given.
  case dottedRectangle = "dotted"

  /// The outline of a kind.
  package init(_ kind: ActorKind?) {
    switch kind {
    case .state: self = .ellipse
    case .bloc: self = .octagon
    case .movement: self = .hexagon
    case .government: self = .rectangle
    case .organisation: self = .roundedRectangle
    case .institution: self = .house
    case .person: self = .bust
    case .population: self = .mound
    case .area: self = .dashedEllipse
    case .resource: self = .cylinder
    case nil: self = .dottedRectangle
    }
  }

  /// Graphviz' name of the outline.
  var graphvizName: String {
    switch self {
    case .ellipse, .dashedEllipse: "ellipse"
    case .octagon: "octagon"
    case .hexagon: "hexagon"
    case .rectangle, .roundedRectangle, .dottedRectangle: "box"
    case .house: "house"
    case .bust: "invtrapezium"
    case .mound: "trapezium"
    case .cylinder: "cylinder"
    }
  }

  /// Graphviz' style of the outline.
  var graphvizStyle: String {
    switch self {
    case .roundedRectangle: "filled,rounded"
    case .dashedEllipse: "filled,dashed"
    case .dottedRectangle: "filled,dotted"
    default: "filled"
    }
  }

  /// The corners for a shape two wide and two high, counter-clockwise; `nil` for an ellipse.
  private var corners: [(x: Double, y: Double)]? {
    switch self {
    case .ellipse, .dashedEllipse: nil
    case .octagon:
      [
        (1, 0.41), (0.41, 1), (-0.41, 1), (-1, 0.41), (-1, -0.41), (-0.41, -1), (0.41, -1), (1, -0.41),
      ]
    case .hexagon: [(1, 0), (0.5, 1), (-0.5, 1), (-1, 0), (-0.5, -1), (0.5, -1)]
    case .rectangle, .dottedRectangle, .cylinder: [(1, 1), (-1, 1), (-1, -1), (1, -1)]
    case .roundedRectangle:
      [
        (1, 0.7), (0.88, 1), (-0.88, 1), (-1, 0.7), (-1, -0.7), (-0.88, -1), (0.88, -1), (1, -0.7),
      ]
    case .house: [(1, 0.31), (0, 1), (-1, 0.31), (-1, -0.81), (1, -0.81)]
    case .bust: [(1, 1), (-1, 1), (-0.59, -1), (0.59, -1)]
    case .mound: [(0.59, 1), (-0.59, 1), (-1, -1), (1, -1)]
    }
  }

  /// How much of the width there is at a height, −1 below to 1 above, evenly to both sides of the middle.
  func widthShare(at height: Double) -> Double {
    switch self {
    case .ellipse, .dashedEllipse: max(0, 1 - height * height).squareRoot()
    case .octagon: 1 - max(0, abs(height) - 0.41)
    case .hexagon: 1 - abs(height) / 2
    case .rectangle, .dottedRectangle: 1
    case .roundedRectangle: 1 - max(0, abs(height) - 0.7) * 0.4
    case .house: height < -0.81 ? 0 : 1 - max(0, (height - 0.31) / 0.69)
    case .bust: 0.795 + height * 0.205
    case .mound: 0.795 - height * 0.205
    case .cylinder: height > 0.62 || height < -0.9 ? 0 : 1
    }
  }

  /// How far below the middle the text's middle stands, as a share of half the height.
  var textDrop: Double {
    switch self {
    case .house: 0.16
    case .cylinder: 0.1
    case .mound: 0.06
    case .bust: -0.06
    default: 0
    }
  }

  /// Whether a place lies inside the shape at `center`.
  package func contains(_ point: Point, center: Point, size: Size) -> Bool {
    let x = (point.x - center.x) / (size.width / 2)
    let y = (point.y - center.y) / (size.height / 2)
    guard let corners else { return x * x + y * y <= 1 }
    var from = corners[corners.count - 1]
    for corner in corners {
      if (corner.x - from.x) * (y - from.y) - (corner.y - from.y) * (x - from.x) < 0 { return false }
      from = corner
    }
    return true
  }

  /// The smallest size, at least `least`, in which lines of these widths stand inside, with a little air.
  func size(holding widths: [Double], lineHeight: Double, least: Size) -> Size {
    let text = lineHeight * Double(widths.count)
    var best = Size(width: .infinity, height: .infinity)
    // Flat shapes are wide and tall ones high; the smallest area wins, flat ones at a slight advantage.
    for factor in [1.12, 1.25, 1.4, 1.6, 1.85, 2.2] {
      let height = max(least.height, (text + 3) * factor)
      var width = least.width
      for (index, lineWidth) in widths.enumerated() {
        let middle = text / 2 - (Double(index) + 0.5) * lineHeight - textDrop * height / 2
        let share = min(
          widthShare(at: (middle + lineHeight * 0.45) / (height / 2)),
          widthShare(at: (middle - lineHeight * 0.45) / (height / 2)))
        width = share > 0.05 ? max(width, (lineWidth + 5) / share) : .infinity
      }
      if width * height < best.width * best.height { best = Size(width: width, height: height) }
    }
    return Size(width: best.width.rounded(.up), height: best.height.rounded(.up))
  }
}
