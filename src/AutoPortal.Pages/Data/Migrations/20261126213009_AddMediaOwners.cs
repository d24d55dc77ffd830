using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Pages.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddMediaOwners : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_media_pictures_tenant_id_sha256",
                schema: "pages",
                table: "media_pictures");

            migrationBuilder.AddColumn<Guid>(
                name: "dealer_id",
                schema: "pages",
                table: "media_pictures",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "media_references",
                schema: "pages",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    page_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    media_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_references", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_media_references_media_pictures_tenant_id_media_id",
                        columns: x => new { x.tenant_id, x.media_id },
                        principalSchema: "pages",
                        principalTable: "media_pictures",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_media_references_pages_tenant_id_page_id",
                        columns: x => new { x.tenant_id, x.page_id },
                        principalSchema: "pages",
                        principalTable: "pages",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_media_pictures_tenant_id_dealer_id_sha256",
                schema: "pages",
                table: "media_pictures",
                columns: new[] { "tenant_id", "dealer_id", "sha256" },
                unique: true)
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_media_references_tenant_id_media_id",
                schema: "pages",
                table: "media_references",
                columns: new[] { "tenant_id", "media_id" });

            migrationBuilder.CreateIndex(
                name: "ix_media_references_tenant_id_page_id_version_media_id",
                schema: "pages",
                table: "media_references",
                columns: new[] { "tenant_id", "page_id", "version", "media_id" },
                unique: true);

            migrationBuilder.Sql(
                """
                insert into pages.media_references (tenant_id, id, page_id, version, media_id)
                select s.tenant_id, gen_random_uuid(), s.page_id, s.version, m.id
                from (
                    select tenant_id, id as page_id, 0 as version, document::text as document from pages.pages
                    union all
                    select tenant_id, page_id, number, document::text from pages.page_versions) s
                cross join lateral (select distinct (regexp_matches(s.document, '/media/([0-9a-f]{32})', 'g'))[1]::uuid as id) shown
                join pages.media_pictures m on m.tenant_id = s.tenant_id and m.id = shown.id;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "media_references",
                schema: "pages");

            migrationBuilder.DropIndex(
                name: "ix_media_pictures_tenant_id_dealer_id_sha256",
                schema: "pages",
                table: "media_pictures");

            migrationBuilder.DropColumn(
                name: "dealer_id",
                schema: "pages",
                table: "media_pictures");

            migrationBuilder.CreateIndex(
                name: "ix_media_pictures_tenant_id_sha256",
                schema: "pages",
                table: "media_pictures",
                columns: new[] { "tenant_id", "sha256" },
                unique: true);
        }
    }
}
