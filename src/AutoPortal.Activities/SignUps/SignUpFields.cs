namespace AutoPortal.Activities.SignUps;

/// <summary>Names of the form's fields.</summary>
internal static class SignUpFields
{
    public const string Name = "name";
    public const string Phone = "phone";
    public const string Code = "code";
    public const string City = "city";
    public const string District = "district";
    public const string Dealer = "dealer";
    public const string Series = "series";
    public const string Window = "window";
    public const string Session = "session";
    public const string Stamp = "stamp";
    public const string Visitor = "visitor";

    /// <summary>The form on its page, by which it knows its own answer.</summary>
    public const string Form = "form";

    /// <summary>The page that the form stands on, such as <c>p/owners</c>.</summary>
    public const string Page = "page";

    /// <summary>Put between province, city and district in the values of the lists.</summary>
    public const char PlaceSeparator = '/';

    /// <summary>When a person means to buy, soonest first; the words that leads are rated by.</summary>
    public static IReadOnlyList<string> Windows { get; } = ["7d", "15d", "1m", "3m", "6m", "1y", "over_1y"];
}
