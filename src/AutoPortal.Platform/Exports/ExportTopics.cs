namespace AutoPortal.Platform.Exports;

/// <summary>What open screens and nodes hear about exports.</summary>
internal static class ExportTopics
{
    /// <summary>A job waits for a node; its id is the word.</summary>
    public const string Waiting = "platform.exports";

    /// <summary>Some export of the tenant came a step further; screens look at what is theirs.</summary>
    public const string Changed = "platform.exports_changed";
}
