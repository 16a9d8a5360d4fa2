extension RestoreRefusal: CustomStringConvertible {
    /// What stands in the way, and what does work, for people.
    package var description: String {
        switch self {
        case .elsewhere:
            "the view runs in a server elsewhere, which keeps nothing of the past: look, and go on from now"
        case .nothingKept: "nothing is kept of a view at that moment: the page had none, or it was only being opened"
        case .viewGone(let view, let present?): "\(view) is gone, and \(present) is here: go back to its address first"
        case .viewGone(let view, nil): "\(view) is gone: go back to its address first"
        case .contextIsObject(let view):
            "the context of \(view) is an object, which is as it is now: make it a structure to go back"
        case .failed(let reason): "it cannot be rendered as it was: \(reason)"
        }
    }
}

extension RestoreShortfall: CustomStringConvertible {
    /// What is not as it was, for people.
    package var description: String {
        switch self {
        case .stream(let name): "the rows of the stream \"\(name)\" stay as they are, since no view keeps them"
        case .object(let place): "\(place) is an object, and as it is now"
        case .awaited(let place): "\(place) was on its way then, and is not fetched again"
        case .view(let id): "the view \"\(id)\" is of another type now, and stays"
        }
    }
}
