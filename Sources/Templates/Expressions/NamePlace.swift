import Synchronization

/// Where a name was found last: the rows of a list have their members in one order as a rule.
///
/// It is a place to look at first, never more; templates that run at the same time share it.
struct NamePlace: ~Copyable, Sendable {
    private let place = Atomic(0)

    /// Looks a name up with a search that is given the last place, and gives the place where it found the name.
    func look(_ search: (inout Int) -> TemplateValue?) -> TemplateValue? {
        let last = place.load(ordering: .relaxed)
        var found = last
        let value = search(&found)
        if found != last { place.store(found, ordering: .relaxed) }
        return value
    }
}
