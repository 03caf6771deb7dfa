import Testing

@testable import ActorModel

@Suite struct FieldTableTests {
  private let fields = NetworkFields.standard

  /// Each field of a record of which much is stated is set in a blank record, and read back.
  private func expectSettable<Record>(_ table: FieldTable<Record>, _ record: Record) {
    var copy = table.blank
    for field in table.fields {
      if let value = field.value(record) { field.set(&copy, value) }
    }
    #expect(copy == record)
    for (position, field) in table.fields.enumerated() where field.group != .identity {
      table.reset(position, in: &copy)
      #expect(table.isDefault(position, in: copy), "\(field.key)")
    }
  }

  @Test func `what is read from a record through the table and set in another makes the two equal`() {
    var actor = Actor(id: "A", name: "Alpha")
    actor.kind = .movement
    actor.aliases = [Alias("Alef", language: "he")]
    actor.codes = [Attribute("iso3", "AAA")]
    actor.blocs = [BlocMembership("east")]
    actor.notSameAs = ["B"]
    actor.partOf = "C"
    actor.existence.since = try? CalendarDate("1999")
    actor.note = ""
    actor.attributes = [Attribute("list", list: [])]
    expectSettable(fields.actor, actor)
    for ends in [RelationEnds.directed(from: "A", to: "B"), .mutual("A", "B")] {
      var relation = Relation(id: "R", ends: ends, type: "aids")
      relation.label = "aid"
      relation.sign = .negative
      relation.strength = 2
      relation.confidence = 0.5
      relation.status = .anticipated
      relation.validity.until = try? CalendarDate("2025-03")
      relation.attributes = [Attribute("a", "b")]
      relation.evidence = [Evidence(source: "s")]
      expectSettable(fields.relation, relation)
    }
    var source = Source(id: "s")
    source.reliability = .b
    source.published = try? CalendarDate("2024-01-02")
    source.sameAs = ["t"]
    expectSettable(fields.source, source)
    var evidence = Evidence(source: "s")
    evidence.credibility = .doubtful
    evidence.stance = .denies
    evidence.says.sign = .positive
    expectSettable(fields.evidence, evidence)
  }

  @Test func `keys, headings and names in other formats stand once in a table`() {
    func expectUnique<Record>(_ table: FieldTable<Record>) {
      #expect(Set(table.keys).count == table.fields.count, "\(table.kind)")
      let names = table.fields.compactMap(\.names)
      for all in [names.map(\.key), names.map(\.heading), names.flatMap(\.headings), names.flatMap(\.titles)] {
        #expect(Set(all).count == all.count, "\(table.kind): \(all)")
      }
      for field in table.fields { #expect(!field.help.isEmpty) }
    }
    expectUnique(fields.actor)
    expectUnique(fields.relation)
    expectUnique(fields.source)
    #expect(Set(fields.evidence.keys).count == fields.evidence.fields.count)
  }

  @Test func `a source can speak about fields that relations have`() {
    for key in fields.says.keys { #expect(fields.relation[key] != nil, "\(key)") }
  }

  @Test func `people are told of facts first, then of dates, lists, words and evidence`() {
    #expect(
      fields.relation.fields().map(\.key) == [
        "id", "from", "to", "between", "type", "sign", "strength", "confidence", "status", "since", "until", "label",
        "note", "attributes", "evidence",
      ])
    #expect(
      fields.actor.fields().map(\.key) == [
        "id", "name", "kind", "part-of", "from", "until", "aliases", "codes", "not", "note", "attributes", "blocs",
      ])
  }
}
