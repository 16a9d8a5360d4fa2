import HTMLTree
import LiveClient
import Simulator

/// What a target is wanted for, which decides what its short form may mean.
enum TargetPurpose {
    case look
    case click
    case tick
    case choose
    case upload
    case focus
    case submit

    /// Whether an element, found by its name alone, is what the purpose needs.
    func suits(_ node: NodeID, in simulator: Simulator) -> Bool {
        let document = simulator.document
        switch self {
        case .look:
            return document.role(of: node) != nil
        case .click:
            return simulator.client.isClickable(node) || document.isFocusable(node)
        case .tick:
            return ["checkbox", "radio", "switch", "menuitemcheckbox"].contains(document.role(of: node))
        case .choose:
            return ["combobox", "listbox", "radio", "radiogroup", "group"].contains(document.role(of: node))
        case .upload:
            return document.controlKind(of: node) == .file
        case .focus:
            return document.isFocusable(node)
        case .submit:
            return document.controlKind(of: node)?.isSubmitButton == true || document.name(of: node) == "form"
        }
    }
}
