using System.ComponentModel.DataAnnotations;

namespace AutoPortal.Activities;

/// <summary>Limits of public posts.</summary>
public sealed class ActivitiesOptions
{
    /// <summary>How long a drawn form can be posted. Longer than pages are cached, so that a fresh visitor never gets a stale form.</summary>
    public TimeSpan FormLife { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Posts from one network address to one tenant within a minute.</summary>
    [Range(1, 1_000_000)]
    public int PostsPerClientMinute { get; init; } = 60;

    /// <summary>Posts of one tenant worked on at once by one node; the others wait, and other tenants do not wait for them.</summary>
    [Range(1, 1_000)]
    public int PostsAtOnce { get; init; } = 32;

    /// <summary>Posts of one tenant that may wait; more are asked to come back.</summary>
    [Range(0, 100_000)]
    public int PostsWaiting { get; init; } = 5_000;

    /// <summary>Bytes of one post: enough for absurd input in every field, which is answered rather than cut off.</summary>
    [Range(1_024, 10_000_000)]
    public int PostBytes { get; init; } = 512 * 1024;

    /// <summary>Sign-ups of one activity that are committed together at most.</summary>
    [Range(1, 1_000)]
    public int SignUpsPerBatch { get; init; } = 200;

    /// <summary>How long a sign-up waits for its turn before the person is asked to send it again.</summary>
    public TimeSpan SignUpWaitsFor { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one batch may take; a longer one is rolled back.</summary>
    public TimeSpan SignUpBatchWithin { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Shanghai time from which the house may speak first: offers and reminders.</summary>
    public TimeOnly TellsFrom { get; init; } = new(8, 0);

    /// <summary>Shanghai time from which it no longer may.</summary>
    public TimeOnly TellsUntil { get; init; } = new(21, 0);

    /// <summary>Where the portal stands for people outside, such as <c>https://m.example.cn</c>; links in messages begin with it.</summary>
    public string PublicOrigin { get; init; } = "";

    /// <summary>How long a consumer stays signed in.</summary>
    public TimeSpan ConsumerStays { get; init; } = TimeSpan.FromDays(7);
}
