import HTMLTree

/// The forms of a page that were submitted.
struct SubmittedForms {
    /// The form that is submitted natively as soon as its patch is done.
    var native: NodeID?
    /// What had the focus before the last submit, which gets it back with the answer.
    var focusBefore: NodeID?
    /// The button that last submitted each form.
    private var submitters: [NodeID: NodeID] = [:]

    mutating func note(_ form: NodeID, submitter: NodeID?) { submitters[form] = submitter }

    /// The button that last submitted a form.
    func submitter(of form: NodeID) -> NodeID? { submitters[form] }
}

/// How Enter in a field sends its form.
package enum ImplicitSubmission: Hashable, Sendable {
    /// By pressing this button.
    case button(NodeID)
    /// By itself, without a submitter.
    case form(NodeID)
}
