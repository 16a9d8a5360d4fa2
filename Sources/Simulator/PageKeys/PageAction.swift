/// What a key does on a page outside the text of its fields.
package enum PageAction: Hashable, Sendable {
    /// By the digit on it.
    case dismissBanner(label: String)
    case dismissNewestBanner
    case dismissAllBanners
    case showHints
    case focusNext
    case focusPrevious
    /// What Enter does: activates a button or link, submits the form of a field, writes a line end.
    case activate
    /// What the space bar does to a button, check box or radio.
    case toggle
    /// Chooses another option of a select, another radio of a group, or another value of a slider or number.
    case choose(ChoiceStep)
    /// Opens the list of a select.
    case openList
    /// Goes to another part of a date, or empties it.
    case movePart(DatePartStep)
    /// Gives the text of a text area to the person's own editor.
    case editElsewhere
    case leaveField
    /// Goes back to the field that was left.
    case returnToField
    /// Moves the cursor on rows of lists and tables.
    case moveRow(RowStep)
    /// Presses the first thing in the row under the cursor that can be pressed.
    case pressRow
    case leaveRow
    case scroll(ScrollStep)
    case goBack
    case goForward
    case reload

    package enum ScrollStep: Hashable, Sendable {
        case lineUp, lineDown, halfPageUp, halfPageDown, pageUp, pageDown, top, bottom
    }

    package enum RowStep: Hashable, Sendable {
        case next, previous
    }
}
