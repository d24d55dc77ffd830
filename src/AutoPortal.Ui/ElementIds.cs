namespace AutoPortal.Ui;

/// <summary>Ids for elements that refer to each other (labels, popovers); unique in the process, so in every document.</summary>
public static class ElementIds
{
    private static long _last;

    /// <summary>An id such as <c>menu-41</c>.</summary>
    public static string Next(string kind) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{kind}-{Interlocked.Increment(ref _last)}");
}
