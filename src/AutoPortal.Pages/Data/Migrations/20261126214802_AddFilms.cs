using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Pages.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddFilms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "film_type",
                schema: "pages",
                table: "media_pictures",
                type: "character varying(8)",
                maxLength: 8,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "poster_id",
                schema: "pages",
                table: "media_pictures",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "seconds",
                schema: "pages",
                table: "media_pictures",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_media_pictures_tenant_id_poster_id",
                schema: "pages",
                table: "media_pictures",
                columns: new[] { "tenant_id", "poster_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_media_pictures_media_pictures_tenant_id_poster_id",
                schema: "pages",
                table: "media_pictures",
                columns: new[] { "tenant_id", "poster_id" },
                principalSchema: "pages",
                principalTable: "media_pictures",
                principalColumns: new[] { "tenant_id", "id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_media_pictures_media_pictures_tenant_id_poster_id",
                schema: "pages",
                table: "media_pictures");

            migrationBuilder.DropIndex(
                name: "ix_media_pictures_tenant_id_poster_id",
                schema: "pages",
                table: "media_pictures");

            migrationBuilder.DropColumn(
                name: "film_type",
                schema: "pages",
                table: "media_pictures");

            migrationBuilder.DropColumn(
                name: "poster_id",
                schema: "pages",
                table: "media_pictures");

            migrationBuilder.DropColumn(
                name: "seconds",
                schema: "pages",
                table: "media_pictures");
        }
    }
}
