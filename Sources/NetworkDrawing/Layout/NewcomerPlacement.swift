/// Finds places for actors that have none, among others that keep theirs.
struct NewcomerPlacement {
  let content: PictureContent
  let sizes: [Size]
  let area: Box

  /// All places: those given exactly as they are, the others near their neighbours where nothing else is.
  func place(kept: [Point?]) -> [Point] {
    var places = kept
    var boxes = kept.indices.compactMap { index in kept[index].map { Box(center: $0, size: sizes[index]) } }
    var waiting = kept.indices.filter { kept[$0] == nil }
    while !waiting.isEmpty {
      // The one with the most neighbours in place comes first; the first in the list among equals.
      let counts = waiting.map { actor in neighbours(of: actor).count { places[$0] != nil } }
      guard let most = counts.max(), let position = counts.firstIndex(of: most) else { break }
      let actor = waiting.remove(at: position)
      let around = neighbours(of: actor).compactMap { places[$0] }
      // Those without neighbours go to the lower edge, as small components do.
      let wanted =
        around.isEmpty
        ? Point(x: area.center.x, y: area.minY + sizes[actor].height / 2)
        : around.reduce(Point(x: 0, y: 0), +) * (1 / Double(around.count))
      let place = freePlace(near: wanted, size: sizes[actor], boxes: boxes)
      places[actor] = place
      boxes.append(Box(center: place, size: sizes[actor]))
    }
    return places.map { $0 ?? area.center }
  }

  private func neighbours(of actor: Int) -> [Int] {
    content.pairs.compactMap { pair in
      if pair.first == actor && pair.second != actor { return pair.second }
      return pair.second == actor && pair.first != actor ? pair.first : nil
    }
  }

  /// The free place nearest to the one wanted, on rings around it; the nearest inside the page counts first.
  private func freePlace(near wanted: Point, size: Size, boxes: [Box]) -> Point {
    var outside: Point?
    for ring in 0..<120 {
      let radius = Double(ring) * 14
      let steps = max(1, ring * 6)
      for step in 0..<steps {
        let turn = unitCircle(2 * Double.pi * Double(step) / Double(steps))
        let place = (wanted + Point(x: turn.x * radius * 1.3, y: turn.y * radius)).rounded
        let box = Box(center: place, size: size).inset(by: -Spacing.gap.width, -Spacing.gap.height)
        guard !boxes.contains(where: { $0.overlaps(box) }) else { continue }
        if area.contains(Box(center: place, size: size)) { return place }
        if outside == nil { outside = place }
      }
    }
    if let outside { return outside }
    let right = boxes.map(\.maxX).max() ?? area.maxX
    return Point(x: right + size.width, y: area.center.y).rounded
  }
}
