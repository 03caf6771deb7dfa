/// The forms of lines: what became of a relation is seen without colour.
///
/// | change | line |
/// |---|---|
/// | new | double |
/// | ended | dotted, with crosses |
/// | strengthened | whole, with ticks across |
/// | weakened | long gaps |
/// | flipped | zigzag |
/// | changed otherwise | whole |
/// | unchanged | thin and pale, dashed by its sign |
extension LineStyle {
  /// How wide a piece of ink is.
  var strokeWidth: Double {
    switch change {
    case .new: 0.9
    case .unchanged: max(0.5, width * 0.4)
    case .ended, .weakened, .flipped: min(width, 1.4)
    case .strengthened, .restated, nil: width
    }
  }

  /// The pieces of ink that a line is made of, in its own direction; the last one leads to the arrow.
  func strands(along curve: Curve) -> [Curve] {
    switch change {
    case nil, .unchanged: curve.dashes(pattern)
    case .restated: [curve]
    case .new: double(curve)
    case .ended: arrowed(curve.dashes([1.5, 3]) + crosses(curve), curve)
    case .weakened: arrowed(curve.dashes([6, 4.5]), curve)
    case .strengthened: arrowed(ticks(curve) + [curve], curve)
    case .flipped: zigzag(curve)
    }
  }

  private func double(_ curve: Curve) -> [Curve] {
    let offset = max(1.1, (width + 0.7) / 2)
    return arrowed([curve.beside(by: offset), curve.beside(by: -offset)], curve)
  }

  private func crosses(_ curve: Curve) -> [Curve] {
    let length = curve.lengths(steps: 12)[12]
    let reach = 2.6
    return (length < 40 ? [0.5] : length < 90 ? [0.3, 0.7] : [0.18, 0.5, 0.82]).flatMap { share -> [Curve] in
      let middle = curve.point(at: share)
      let along = curve.direction(at: share)
      let first = (along + along.turned).direction * reach
      return [first, first.turned].map { Curve(from: middle + $0 * -1, to: middle + $0) }
    }
  }

  private func ticks(_ curve: Curve) -> [Curve] {
    let reach = width / 2 + 2
    let places = curve.places(every: 8)
    return places.dropFirst().dropLast().map { place in
      let across = place.direction.turned * reach
      return Curve(from: place.point + across * -1, to: place.point + across)
    }
  }

  private func zigzag(_ curve: Curve) -> [Curve] {
    let places = curve.places(every: 3.4, most: 400)
    guard places.count > 3 else { return [curve] }
    let corners = places.enumerated().map { index, place -> Point in
      if index == 0 || index == places.count - 1 { return place.point }
      return place.point + place.direction.turned * (index % 2 == 0 ? 2.2 : -2.2)
    }
    return arrowed(zip(corners, corners.dropFirst()).map { Curve(from: $0, to: $1) }, curve)
  }

  /// Pieces, with a short one at either end that the arrows can hang on.
  private func arrowed(_ pieces: [Curve], _ curve: Curve) -> [Curve] {
    let stub = min(0.2, 1 / max(1, curve.start.distance(to: curve.end)))
    return [curve.part(from: 0, to: stub)] + pieces + [curve.part(from: 1 - stub, to: 1)]
  }
}
