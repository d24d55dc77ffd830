namespace AutoPortal.Pages.Contracts;

/// <summary>A setting whose words may run over several lines.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LongTextAttribute : Attribute;

/// <summary>A setting that holds an address: a path of this host, <c>https</c>, <c>tel</c>, <c>mailto</c>, or <c>#id</c> of a block.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LinkAttribute : Attribute;

/// <summary>A setting that is money in whole fen; the builder shows yuan.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class FenAttribute : Attribute;

/// <summary>A setting that names another block of the page, such as the form that a button leads to.</summary>
/// <param name="kinds">Stored words of the kinds that can be named; none for all.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BlockIdAttribute(params string[] kinds) : Attribute
{
    /// <summary>Stored words of the kinds that can be named; empty for all.</summary>
    public IReadOnlyList<string> Kinds => kinds;
}

/// <summary>A setting that takes one of a few stored words, or several where it is a list. Labels are resources <c>choice.{word}</c>, or <c>block.{kind}.{field}.{word}</c>.</summary>
/// <param name="words">The stored words in their order.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChoicesAttribute(params string[] words) : Attribute
{
    /// <summary>The stored words in their order.</summary>
    public IReadOnlyList<string> Words => words;
}

/// <summary>A setting whose choices are the tenant's data, such as series or dealers.</summary>
/// <param name="source">Code of a registered <see cref="IFieldChoices"/>.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ChoicesFromAttribute(string source) : Attribute
{
    /// <summary>Code of the source.</summary>
    public string Source => source;
}

/// <summary>A list that holds at most so many entries.</summary>
/// <param name="count">1 or more.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MostAttribute(int count) : Attribute
{
    /// <summary>1 or more.</summary>
    public int Count => count;
}

/// <summary>A setting that decides how the block looks rather than what it says; the builder keeps such settings in a part of their own.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LookAttribute : Attribute;

/// <summary>Choices that come from the tenant's data.</summary>
public interface IFieldChoices
{
    /// <summary>Such as <c>series</c>; unique in the house.</summary>
    string Source { get; }

    /// <summary>Choices whose name or code contains the words, at most 50, in the language of the reader.</summary>
    Task<IReadOnlyList<FieldChoice>> FindAsync(string words, CancellationToken ct);

    /// <summary>The names of stored choices; those that are gone are left out.</summary>
    Task<IReadOnlyList<FieldChoice>> NamesAsync(IReadOnlyCollection<string> values, CancellationToken ct);
}

/// <summary>A choice.</summary>
/// <param name="Value">What is stored.</param>
/// <param name="Name">What is read.</param>
public sealed record FieldChoice(string Value, string Name);
