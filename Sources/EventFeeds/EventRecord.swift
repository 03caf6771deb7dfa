import ActorModel
import NetworkReading

/// What a row of a feed tells: on a day an actor did something to another, as some reports have it.
///
/// A record without two actors has only what counts it: its id, row and class.
package struct EventRecord: Sendable {
  /// The feed's id of the event.
  package let id: String
  /// The line on which it stands.
  package let line: Int
  /// Where its row stands among the bytes of the file.
  package let row: Range<Int>
  /// The day of the event.
  package let day: EventDay
  /// The day on which the feed had it first.
  package let added: EventDay
  /// Who acted; `nil` where the row does not say.
  package var source: EventActor?
  /// Who was acted upon; `nil` where the row does not say.
  package var target: EventActor?
  /// The event's code in CAMEO.
  package var code = ""
  /// What the event does, as a relation's type.
  package var type = "event"
  /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
  package var quadClass: Int?
  /// How much it helps or harms, from −10 to 10 on Goldstein's scale; `nil` where it does neither.
  package var goldstein: Double?
  /// How often reports mention it.
  package var mentions = 1
  /// The report that it rests on.
  package var address: String?
  /// What else the row says, under the feed's own names.
  package var attributes: [Attribute] = []
  /// What is doubtful in the row.
  package var remarks: [EventRemark] = []

  /// The event of a row.
  package init(id: String, line: Int, row: Range<Int>, day: EventDay, added: EventDay) {
    self.id = id
    self.line = line
    self.row = row
    self.day = day
    self.added = added
  }
}
