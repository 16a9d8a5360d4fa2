@_exported import LiveEngine
@_exported import Markup
@_exported import Templates

// What the signatures of all these name.
@_exported import protocol LiveClient.ClientHook
@_exported import enum LiveClient.ElementEvent
@_exported import struct LiveClient.HookContext
@_exported import struct LiveClient.NavigationEvent
@_exported import enum LiveProtocol.JSONValue
@_exported import struct LiveProtocol.JSPush
@_exported import enum LiveProtocol.JSTarget
@_exported import struct LiveProtocol.JSTransition
@_exported import protocol LiveProtocol.TextCodable
@_exported import struct LiveProtocol.ViewContainer
@_exported import struct Logging.Logger
@_exported import struct OrderedCollections.OrderedDictionary
