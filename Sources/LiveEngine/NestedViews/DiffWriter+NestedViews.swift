import LiveProtocol

extension DiffWriter {
    /// The element of a view that was not at this place before.
    mutating func whole(_ view: NestedView) -> DynamicDiff { .text(element(of: view, isNew: true)) }

    /// What changed when one nested view's place is taken by another, or by itself as it is now.
    mutating func change(from old: NestedView, to new: NestedView) -> DynamicDiff? {
        guard new.id == old.id else { return whole(new) }
        let element = element(of: new, isNew: false)
        return new.hasSameElement(as: old) ? nil : .text(element)
    }

    private mutating func element(of view: NestedView, isNew: Bool) -> String {
        guard let place else { return view.html(session: "", parent: nil) }
        let table = nested ?? NestedViews(session: place.address.number)
        nested = table
        let token = table.place(view, isNew: isNew, by: components?.placer ?? 0)
        return view.html(session: token, parent: place.id)
    }
}
