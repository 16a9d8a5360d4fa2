import LiveClient
import LiveProtocol

extension Simulator {
    /// What another simulator, perhaps in another program, needs to go on with the page.
    package var pageState: PageState {
        var state = client.pageState
        state.scrollRow = scrollRow
        return state
    }

    /// Opens the page that another simulator showed, and goes on as if the connection had been lost in between: what was
    /// typed stays, and the forms that recover are sent to the view anew.
    ///
    /// - Parameter network: The way to the host, which is broken for a moment.
    package func goOn(from state: PageState, over network: Network) {
        guard let address = state.address else { return }
        open(address)
        client.takeHistory(of: state)
        if client.fillIn(state) {
            network.breakConnection()
            settle()
            // The client tries again after a moment, by the page's own clock.
            while client.isConnectionLost, let next = clock.nextDeadline, next - clock.now < .seconds(1) {
                advance(by: max(.zero, next - clock.now))
            }
        }
        scroll(by: state.scrollRow - scrollRow)
    }
}
