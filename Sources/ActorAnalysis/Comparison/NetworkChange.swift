import ActorModel

/// One change from a network to a later one.
package enum NetworkChange: Sendable, Hashable {
  /// A relation came.
  case added(Relation)
  /// A relation went.
  case ended(Relation)
  /// A relation says something else.
  case changed(RelationChange)
  /// Actors came or went, or became parts of others.
  case actors(added: [String], removed: [String])
  /// The rest that scores depend on is another: the days that ages and memberships are counted by, or the file.
  case setting

  /// The relation's id; `actors` for actors, `setting` for the setting.
  package var id: String {
    switch self {
    case .added(let relation), .ended(let relation): relation.id
    case .changed(let change): change.after.id
    case .actors: "actors"
    case .setting: "setting"
    }
  }

  /// Where it stands among others: by id, then by its actors.
  var place: String {
    switch self {
    case .added(let relation), .ended(let relation): "\(id)\u{1}\(relation.ends.first)\u{1}\(relation.ends.second)"
    case .changed, .actors, .setting: id
    }
  }
}
