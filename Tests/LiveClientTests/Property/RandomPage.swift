import LiveProtocol

/// Small pages of all that has bindings, in random order and number.
enum RandomPage {
    private static let pieces = [
        ##"<button id="b1" phx-click="x">b1</button>"##,
        ##"<button id="b2" phx-click='[["toggle",{"to":"#m","ins":[["in"],[],[]],"outs":[["out"],[],[]],"time":300}]]'>b2</button>"##,
        ##"<button id="b3" phx-click='[["add_class",{"names":["k"],"to":"p"}],["push",{"event":"y","page_loading":true}]]'>b3</button>"##,
        ##"<button id="b4" phx-click='[["dispatch",{"event":"click","to":"#c"}],["focus_first",{"to":"#m"}]]'>b4</button>"##,
        ##"<button id="b5" phx-click="z" phx-throttle="400" data-confirm="Sure?">b5</button>"##,
        ##"<div id="m" phx-click-away='[["hide",{"to":"#m"}]]' phx-mounted='[["show",{}]]'><a href="#">in</a></div>"##,
        ##"<p id="p" phx-remove='[["hide",{"transition":[["go"],[],[]],"time":200}]]' phx-window-keydown="key">text</p>"##,
        ##"<form id="f" phx-change="v" phx-submit="s"><input id="i" name="i" phx-debounce="200"><input id="c" type="checkbox" name="c"><button id="s" phx-disable-with="...">go</button></form>"##,
        ##"<form id="g" phx-change="w" phx-auto-recover="r"><textarea id="t" name="t" phx-debounce="blur"></textarea><select id="o" name="o"><option>1<option>2</select></form>"##,
        ##"<a id="l1" data-phx-link="patch" data-phx-link-state="push" href="/a?1">patch</a>"##,
        ##"<a id="l2" data-phx-link="redirect" data-phx-link-state="replace" href="/b">go</a>"##,
        ##"<a id="l3" href="/c">away</a>"##,
        ##"<ul id="u" phx-update="ignore"><li>kept</li></ul>"##,
        ##"<div id="n" data-phx-session="N" data-phx-static="" data-phx-parent-id="v1"></div>"##,
        ##"<template id="tp" data-phx-portal="body"><div id="tw"><button id="tb" phx-click="x">t</button></div></template>"##,
        ##"<i phx-connected='[["show",{"to":"#p"}]]' phx-disconnected='[["hide",{"to":"#p"}]]'></i>"##,
    ]

    /// The HTML of a page.
    static func html(using generator: inout some RandomNumberGenerator) -> String {
        pieces.shuffled(using: &generator).prefix(Int.random(in: 1...pieces.count, using: &generator)).joined()
    }
}
