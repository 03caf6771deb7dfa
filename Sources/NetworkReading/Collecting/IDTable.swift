/// Positions of ids, found by their bytes without making a string of each.
///
/// A file names each actor many times, so nearly all questions are for ids that are there. Short ids stand in the slots
/// themselves: a question reads one line of the cache. Ids that differ only in how an accent is composed (U+00E9, or e
/// with U+0301) are one, as for `String`.
package struct IDTable: Sendable {
  /// An id in the table.
  private struct Slot {
    /// The bytes of a short id; of a longer one its first byte in the arena, and its length.
    var low: UInt64
    var high: UInt64
    /// Part of the hash in the upper half, the position in the lower; all bits set where the slot is free.
    var entry: UInt64

    static let free = Slot(low: 0, high: 0, entry: .max)
  }

  /// The longest id that stands in a slot; the byte after it is its length.
  private static let shortLength = 15

  private var slots: [Slot]
  /// The bytes of longer ids.
  private var arena: [UInt8] = []
  /// How many ids there are.
  package private(set) var count = 0
  private let seed: UInt64
  /// Ids with characters beyond ASCII, where equal texts may have other bytes.
  private var composed: [String: Int32] = [:]
  /// How often an id came that is one of the table's but for how its accents are composed, and the first such.
  package private(set) var recomposedCount = 0
  package private(set) var firstRecomposed: Int32 = 0

  package init() {
    slots = [Slot](repeating: .free, count: 1024)
    seed = UInt64.random(in: .min ... .max)
  }

  /// The position of an id; `nil` when it is not there.
  package func position(of id: String) -> Int32? {
    var id = id
    return id.withUTF8 { bytes in position(of: key(of: bytes), bytes) } ?? composed[id]
  }

  /// The position of the id with these bytes; `nil` when it is not there.
  package func position(of bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    if let found = position(of: key(of: bytes), bytes) { return found }
    return composed.isEmpty ? nil : composed[String(decoding: bytes, as: UTF8.self)]
  }

  /// The position of an id, and whether it is new.
  ///
  /// - Complexity: O(length of the id), amortised.
  package mutating func intern(_ bytes: UnsafeBufferPointer<UInt8>) -> (position: Int32, isNew: Bool) {
    let key = key(of: bytes)
    if let found = position(of: key, bytes) { return (found, false) }
    let next = Int32(count)
    if bytes.contains(where: { $0 >= 0x80 }) {
      let id = String(decoding: bytes, as: UTF8.self)
      if let found = composed[id] {
        noteRecomposed(found)
        return (found, false)
      }
      composed[id] = next
    }
    append(key, bytes)
    return (next, true)
  }

  /// Counts an id that is one of the table's but for how its accents are composed.
  package mutating func noteRecomposed(_ position: Int32) {
    if recomposedCount == 0 { firstRecomposed = position }
    recomposedCount += 1
  }

  /// The position of an id, and whether it is new.
  package mutating func intern(_ id: String) -> (position: Int32, isNew: Bool) {
    var id = id
    return id.withUTF8 { intern($0) }
  }

  private mutating func append(_ key: Key, _ bytes: UnsafeBufferPointer<UInt8>) {
    if (count + 1) * 2 > slots.count { grow() }
    var slot = Slot(low: key.low, high: key.high, entry: UInt64(key.hash) << 32 | UInt64(count))
    if bytes.count > Self.shortLength {
      slot.low = UInt64(arena.count)
      slot.high = UInt64(bytes.count)
      arena.append(contentsOf: bytes)
    }
    place(slot)
    count += 1
  }

  private mutating func place(_ slot: Slot) {
    let mask = slots.count - 1
    var i = Int(truncatingIfNeeded: slot.entry >> 32) & mask
    while slots[i].entry != .max { i = (i + 1) & mask }
    slots[i] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: .free, count: old.count * 2)
    for slot in old where slot.entry != .max { place(slot) }
  }

  private func position(of key: Key, _ bytes: UnsafeBufferPointer<UInt8>) -> Int32? {
    let isShort = bytes.count <= Self.shortLength
    return slots.withUnsafeBufferPointer { slots in
      let mask = slots.count - 1
      var i = Int(key.hash) & mask
      while slots[i].entry != .max {
        let slot = slots[i]
        // A long id's length is no short id's last byte: that stands in the upper eight bits.
        if slot.entry >> 32 == UInt64(key.hash),
          isShort ? slot.low == key.low && slot.high == key.high : isEqual(bytes, to: slot)
        {
          return Int32(truncatingIfNeeded: slot.entry & 0xFFFF_FFFF)
        }
        i = (i + 1) & mask
      }
      return nil
    }
  }

  private func isEqual(_ bytes: UnsafeBufferPointer<UInt8>, to slot: Slot) -> Bool {
    guard slot.high == UInt64(bytes.count) else { return false }
    let start = Int(slot.low)
    return arena.withUnsafeBufferPointer { arena in
      for i in 0..<bytes.count where arena[start + i] != bytes[i] { return false }
      return true
    }
  }
}

// MARK: - Keys

extension IDTable {
  /// The words of an id and their hash.
  private struct Key {
    var low: UInt64
    var high: UInt64
    var hash: UInt32
  }

  /// The seed differs in each table, so that nobody can choose ids that clash.
  private func key(of bytes: UnsafeBufferPointer<UInt8>) -> Key {
    var key = Key(low: 0, high: 0, hash: 0)
    var state = seed
    if bytes.count <= Self.shortLength {
      (key.low, key.high) = Self.words(of: bytes)
      let product = (key.low ^ seed).multipliedFullWidth(by: key.high ^ 0xA076_1D64_78BD_642F)
      state = product.high ^ product.low ^ key.low
    } else {
      state ^= UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
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
    }
    let last = (state ^ key.high).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    key.hash = UInt32(truncatingIfNeeded: last.high ^ last.low)
    return key
  }

  /// Up to 15 bytes in two words, and how many they are in the last byte.
  private static func words(of bytes: UnsafeBufferPointer<UInt8>) -> (low: UInt64, high: UInt64) {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = raw.count
    let length = UInt64(truncatingIfNeeded: count) << 56
    if count >= 8 {
      let low = raw.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
      guard count > 8 else { return (UInt64(littleEndian: low), length) }
      // The last eight bytes overlap the first; what was read already is shifted out.
      let last = raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      return (UInt64(littleEndian: low), UInt64(littleEndian: last) >> UInt64(8 * (16 - count)) | length)
    }
    var low: UInt64 = 0
    for i in 0..<count { low |= UInt64(raw[i]) << UInt64(8 * i) }
    return (low, length)
  }
}
