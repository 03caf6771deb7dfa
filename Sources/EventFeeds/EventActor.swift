/// Who takes part in an event, as its row says.
package struct EventActor: Hashable, Sendable {
  /// The feed's code, by which the actor is known.
  package let code: String
  /// The name; empty where the row tells none.
  package var name = ""
  /// The code of its country in CAMEO; empty where the row tells none.
  package var country = ""
  /// Its role in CAMEO, such as `GOV`; empty where the row tells none.
  package var role = ""
  /// Whether the actor is the country itself.
  package var isCountry = false

  /// An actor of whom no more than the code is known.
  package init(code: String) { self.code = code }
}
