namespace AutoPortal.Activities.Kinds;

/// <summary>How a question is answered.</summary>
public enum QuestionKind
{
    /// <summary>By one of the choices.</summary>
    One,

    /// <summary>By any number of them.</summary>
    Several,

    /// <summary>In free words.</summary>
    Words,
}

/// <summary>An answer to choose.</summary>
/// <param name="Id">What is stored; stays when the words are bettered.</param>
/// <param name="Words">What is read.</param>
public sealed record KindChoice(string Id, string Words);

/// <summary>A question that people answer when they sign up.</summary>
/// <param name="Name">Of the field, and of the stored answer; stays when the question is moved or reworded.</param>
/// <param name="Words">What is asked.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Choices">In the order shown; none for free words.</param>
public sealed record KindQuestion(string Name, string Words, QuestionKind Kind, IReadOnlyList<KindChoice> Choices)
{
    /// <summary>Whether nobody gets past it without an answer.</summary>
    public bool IsRequired { get; init; }
}
