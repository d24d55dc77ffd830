namespace AutoPortal.Kernel.Workbooks.Reading;

internal enum XmlToken
{
    /// <summary>The buffer ends inside a token: fill it and ask again.</summary>
    NeedMore,
    Start,
    End,
    Text,
    EndOfFile,
}
