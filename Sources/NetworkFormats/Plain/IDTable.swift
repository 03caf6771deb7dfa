/// Positions of ids, found by their bytes without making a string of each.
///
/// Ids that differ only in how an accent is composed (U+00E9, or e with U+0301) are one, as for `String`.
struct IDTable: Sendable {
  private var arena: [UInt8] = []
  private var ends: [Int] = [0]
  /// Hash in the upper half, position in the lower, so that most clashes are told apart without leaving the slot.
  private var slots: [UInt64]
  private let seed: UInt64
  /// Ids with characters beyond ASCII, where equal texts may have other bytes.
  private var composed: [String: Int32] = [:]
  /// How often an id came that is one of the table's but for how its accents are composed, and the first such.
  private(set) var recomposedCount = 0
  private(set) var firstRecomposed: Int32 = 0

  init() {
    slots = [UInt64](repeating: .max, count: 1024)
    seed = UInt64.random(in: .min ... .max)
  }

  /// How many ids there are.
  var count: Int { ends.count - 1 }

  /// The position of an id; `nil` when it is not there.
  func position(of id: String) -> Int32? {
    var id = id
    return id.withUTF8 { bytes in position(of: bytes, hash: hash(bytes)) } ?? composed[id]
  }

  /// The position of the id with these bytes; `nil` when it is not there.
  func position(of bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    if let found = position(of: bytes, hash: hash(bytes)) { return found }
    return composed.isEmpty ? nil : composed[String(decoding: bytes, as: UTF8.self)]
  }

  /// The position of an id, and whether it is new.
  ///
  /// - Complexity: O(length of the id), amortised.
  mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> (position: Int32, isNew: Bool) {
    let hash = hash(bytes)
    if let found = position(of: bytes, hash: hash) { return (found, false) }
    let next = Int32(count)
    if bytes.contains(where: { $0 >= 0x80 }) {
      let id = String(decoding: bytes, as: UTF8.self)
      if let found = composed[id] {
        noteRecomposed(found)
        return (found, false)
      }
      composed[id] = next
    }
    append(bytes, hash: hash)
    return (next, true)
  }

  /// Counts an id that is one of the table's but for how its accents are composed.
  mutating func noteRecomposed(_ position: Int32) {
    if recomposedCount == 0 { firstRecomposed = position }
    recomposedCount += 1
  }

  /// The position of an id, and whether it is new.
  mutating func intern(_ id: String) -> (position: Int32, isNew: Bool) {
    var id = id
    return id.withUTF8 { intern($0) }
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) {
    if (count + 1) * 2 > slots.count { grow() }
    place(UInt64(hash) << 32 | UInt64(count))
    arena.append(contentsOf: bytes)
    ends.append(arena.count)
  }

  private mutating func place(_ entry: UInt64) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: entry >> 32) & mask
    while slots[slot] != .max { slot = (slot + 1) & mask }
    slots[slot] = entry
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: .max, count: old.count * 2)
    for entry in old where entry != .max { place(entry) }
  }

  private func position(of bytes: UnsafeBufferPointer<UInt8>, hash: UInt32) -> Int32? {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != .max {
      let entry = slots[slot]
      let i = Int(truncatingIfNeeded: entry & 0xFFFF_FFFF)
      if entry >> 32 == UInt64(hash), isEqual(bytes, to: i) { return Int32(truncatingIfNeeded: i) }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, to position: Int) -> Bool {
    let start = ends[position]
    guard ends[position + 1] - start == bytes.count else { return false }
    return arena.withUnsafeBufferPointer { arena in
      for i in 0..<bytes.count where arena[start + i] != bytes[i] { return false }
      return true
    }
  }

  /// Eight bytes at a time, folded by a multiplication; the seed differs in each table, so that nobody can choose ids
  /// that clash.
  private func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var state = seed ^ UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var i = 0
    while i < bytes.count {
      var word: UInt64 = 0
      let end = min(i + 8, bytes.count)
      while i < end {
        word = word << 8 | UInt64(bytes[i])
        i += 1
      }
      let product = (state ^ word).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      state = product.high ^ product.low ^ seed
    }
    let last = state.multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return UInt32(truncatingIfNeeded: last.high ^ last.low)
  }
}
